/* mp-png-words.c: the texts in a PNG file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are iTXt chunks, in UTF-8, with the keywords that the PNG specification has for them. It has
 * none for what a picture tells its facts from: "Source" is a device there.
 */
#include "config.h"

#include "mp-png-words.h"

#include "mp-address.h"
#include "mp-agreement.h"
#include "mp-options-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

#define SOFTWARE "Milepost " MP_VERSION

struct _MpPngWords {
  GArray *texts; /* Owned: png_text; of each, the text is owned */
};

/* Adds a text, which is taken. */
static void
add (MpPngWords *words, const char *keyword, gboolean is_compressed, char *text)
{
  png_text entry = { .compression =
                       is_compressed ? PNG_ITXT_COMPRESSION_zTXt : PNG_ITXT_COMPRESSION_NONE,
                     .key = (char *) keyword,
                     .text = text };

  if (*text == '\0')
    g_free (text);
  else
    g_array_append_val (words->texts, entry);
}

/* Returns a line for each source of what is drawn: its number, its words and its address. */
static char *
list_sources (const MpExport *export)
{
  GString *list = g_string_new (NULL);
  guint n_sources;
  const guint32 *sources = mp_figure_get_sources (export->figure, &n_sources);

  for (guint i = 0; i < n_sources; i++) {
    const MpSource *source = &mp_agreement_sources (export->agreement, NULL)[sources[i]];
    g_autofree char *words = mp_words_source (export->agreement, sources[i], FALSE);
    g_autofree char *address =
      mp_address_plain (mp_agreement_text (export->agreement, source->url));

    g_string_append_printf (list, "%s%u. %s%s%s", i > 0 ? "\n" : "", i + 1, words,
                            *address != '\0' ? " " : "", address);
  }
  return g_string_free (list, FALSE);
}

static void
clear (gpointer text)
{
  g_free (((png_text *) text)->text);
}

static char *
text_of_file (GBytes *file)
{
  gsize length;
  const char *text = g_bytes_get_data (file, &length);

  return g_strndup (text, length);
}

MpPngWords *
mp_png_words_new (const MpExport *export, GError **error)
{
  gboolean has_agreement = export->options->has_agreement;
  GBytes *file = mp_agreement_get_file (export->agreement);
  MpPngWords *words;

  if (has_agreement && file == NULL) {
    g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
      /* Translators: MB are megabytes */
      _ ("the agreement is larger than %d MB and cannot be inside the picture; export it "
         "without"),
      MP_AGREEMENT_MAX_FILE / 1024 / 1024);
    return NULL;
  }
  words = g_new0 (MpPngWords, 1);
  words->texts = g_array_new (FALSE, FALSE, sizeof (png_text));
  g_array_set_clear_func (words->texts, clear);
  add (words, "Title", FALSE, g_strdup (mp_figure_get_headline (export->figure)));
  add (words, "Description", FALSE, mp_figure_describe (export->figure, TRUE));
  add (words, "Sources", FALSE, list_sources (export));
  add (words, "Software", FALSE, g_strdup (SOFTWARE));
  if (has_agreement) {
    add (words, MP_PNG_AGREEMENT, TRUE, text_of_file (file));
    add (words, MP_PNG_VIEW, TRUE, mp_options_to_text (export->options, export->agreement));
  }
  return words;
}

void
mp_png_words_free (MpPngWords *words)
{
  if (words == NULL)
    return;
  g_array_unref (words->texts);
  g_free (words);
}

void
mp_png_words_set (const MpPngWords *words, png_structp png, png_infop info)
{
  png_set_text (png, info, (png_const_textp) (gconstpointer) words->texts->data,
                (int) words->texts->len);
}
