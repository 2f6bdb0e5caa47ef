/* mp-reader-store.c: what waits until all of a file has been read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-reader-private.h"

#include <string.h>

gsize
mp_reader_store (MpReader *reader, const char *text)
{
  gsize stored = reader->late_text->len;

  if (text == NULL)
    return 0;
  g_string_append_len (reader->late_text, text, (gssize) strlen (text) + 1);
  return stored;
}

const char *
mp_reader_get_stored (const MpReader *reader, gsize stored)
{
  return stored != 0 ? reader->late_text->str + stored : NULL;
}

MpReaderMark
mp_reader_get_mark (const MpReader *reader)
{
  return (MpReaderMark) {
    .n_errors = mp_diagnostics_count (reader->diagnostics, MP_SEVERITY_ERROR),
    .n_warnings = mp_diagnostics_count (reader->diagnostics, MP_SEVERITY_WARNING),
    .n_pending = reader->pending->len,
    .n_late_dates = reader->late_dates->len,
    .n_late_spans = reader->late_spans->len,
    .n_late_terms = reader->late_terms->len,
  };
}

void
mp_reader_return (MpReader *reader, const MpReaderMark *mark)
{
  mp_diagnostics_drop (reader->diagnostics, mark->n_errors, mark->n_warnings);
  g_array_set_size (reader->pending, mark->n_pending);
  g_array_set_size (reader->late_dates, mark->n_late_dates);
  g_array_set_size (reader->late_spans, mark->n_late_spans);
  g_array_set_size (reader->late_terms, mark->n_late_terms);
}
