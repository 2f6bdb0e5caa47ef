/* mp-cli-export-verify.c: "export --verify", which draws a picture again and compares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cli-export-private.h"
#include "mp-number.h"
#include "mp-untrusted-text.h"
#include "mp-verify.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Reads all of a file. The size of anything else is not known before. */
static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  switch (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL)) {
  case G_FILE_TYPE_REGULAR:
    return g_file_load_bytes (file, NULL, NULL, error);
  case G_FILE_TYPE_UNKNOWN:
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("there is no such file"));
    return NULL;
  case G_FILE_TYPE_DIRECTORY:
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                         _ ("this is a folder, not a file"));
    return NULL;
  case G_FILE_TYPE_SYMBOLIC_LINK:
  case G_FILE_TYPE_SPECIAL:
  case G_FILE_TYPE_SHORTCUT:
  case G_FILE_TYPE_MOUNTABLE:
  default:
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                         _ ("this is a device, a pipe or the like, not a file"));
    return NULL;
  }
}

/* Why a picture that is as its maker left it may be drawn in another way here, or NULL. */
static char *
explain (const MpVerdict *verdict)
{
  g_autofree char *version = NULL;

  if (!verdict->is_same_version && *verdict->version != '\0') {
    version = mp_untrusted_text_escape (verdict->version, 40);
    /* Translators: the version of Milepost that has made a picture, and that of this program */
    return g_strdup_printf (_ ("it was made by version %s, which may draw otherwise than %s"),
                            version, MP_VERSION);
  }
  if (!verdict->is_same_language)
    return g_strdup (_ ("it was made in another language"));
  return NULL;
}

static void
print_verdict (const char *path, const MpVerdict *verdict)
{
  g_autofree char *name = mp_untrusted_text_escape (path, 0);
  g_autofree char *different = mp_number_whole (verdict->n_different);
  g_autofree char *all = mp_number_whole (verdict->n_pixels);
  g_autofree char *reason = explain (verdict);

  if (verdict->is_same)
    /* Translators: the name of a picture */
    printf (_ ("%s: every pixel is what its agreement and its view give"), name);
  else if (!verdict->has_same_size)
    printf (_ ("%s: the size is not what its agreement and its view give"), name);
  else
    /* Translators: the name of a picture, and two numbers of pixels */
    printf (_ ("%s: %s of %s pixels are not what its agreement and its view give"), name, different,
            all);
  if (!verdict->is_same && reason != NULL)
    printf ("; %s", reason);
  printf ("\n");
}

int
mp_cli_export_verify (const char *path)
{
  g_auto (MpVerdict) verdict = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = read_file (path, &error);

  if (png == NULL) {
    mp_cli_report (_ ("cannot read %s: %s"), path, error->message);
    return MP_EXIT_IO;
  }
  if (!mp_export_verify (png, &verdict, NULL, &error)) {
    mp_cli_report ("%s: %s", path, error->message);
    return MP_EXIT_WRONG;
  }
  print_verdict (path, &verdict);
  return verdict.is_same ? MP_EXIT_DONE : MP_EXIT_WRONG;
}
