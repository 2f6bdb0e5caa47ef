/* mp-cli-export-presets.c: the output of "export --list-presets"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cli-export-private.h"
#include "mp-preset.h"

#include <glib/gi18n.h>
#include <jansson.h>
#include <stdio.h>

static void
list_json (const MpPreset *presets, guint n_presets)
{
  json_auto_t *list = json_array ();

  for (guint i = 0; i < n_presets; i++) {
    const MpPreset *preset = &presets[i];

    json_array_append_new (
      list, json_pack ("{s:s, s:s, s:s, s:f, s:o, s:s, s:f}", "name", preset->name, "title",
                       _ (preset->title), "purpose", _ (preset->purpose), "width", preset->width,
                       "height", preset->height > 0 ? json_real (preset->height) : json_null (),
                       "unit", preset->is_mm ? "mm" : "pixels", "dpi", preset->dpi));
  }
  json_dumpf (list, stdout, JSON_INDENT (2) | JSON_ENSURE_ASCII);
  printf ("\n");
}

static void
list_text (const MpPreset *presets, guint n_presets)
{
  g_autofree char **sizes = g_new0 (char *, n_presets);
  int name_width = 0, size_width = 0;

  for (guint i = 0; i < n_presets; i++) {
    sizes[i] = mp_preset_size_words (&presets[i]);
    name_width = MAX (name_width, mp_cli_count_cells (presets[i].name));
    size_width = MAX (size_width, mp_cli_count_cells (sizes[i]));
  }
  for (guint i = 0; i < n_presets; i++) {
    mp_cli_print_padded (presets[i].name, name_width);
    mp_cli_print_padded (sizes[i], size_width);
    printf ("%s\n", _ (presets[i].purpose));
    g_free (sizes[i]);
  }
}

void
mp_cli_export_list_presets (gboolean is_json)
{
  guint n_presets;
  const MpPreset *presets = mp_presets (&n_presets);

  if (is_json)
    list_json (presets, n_presets);
  else
    list_text (presets, n_presets);
}
