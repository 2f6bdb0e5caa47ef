/* mp-reader.c: reads an agreement from its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only the reader uses Jansson: the files called mp-reader-… and those that make values for them.
 * The scanner hands over one entry after the other; each is read, goes to the builder, and is
 * freed.
 */
#include "config.h"

#include "mp-reader.h"

#include "mp-agreement.h"
#include "mp-check.h"
#include "mp-reader-private.h"

/* A text that is there at once is read in pieces of this size, in bytes. */
#define PIECE_SIZE 262144

/* The arrays whose items are read one by one. */
static const MpScanArray parts_of_term[] = { { "phases", NULL }, { NULL, NULL } };
static const MpScanArray parts_of_file[] = {
  [MP_ID_KIND_PARTY] = { "parties", NULL },        [MP_ID_KIND_TOPIC] = { "topics", NULL },
  [MP_ID_KIND_SOURCE] = { "sources", NULL },       [MP_ID_KIND_TERM] = { "terms", parts_of_term },
  [MP_ID_KIND_MILESTONE] = { "milestones", NULL }, [MP_N_ID_KINDS] = { NULL, NULL },
};
static const MpScanArray lines = { NULL, parts_of_term };

/* --- Entries ---------------------------------------------------------------------------------- */

/* Returns whether there may be one more item of a kind. If not, nothing is said of the others but
 * that: by the object of the file, where it is at the end. */
static gboolean
check_number (MpReader *reader, MpIdKind kind, const MpScanned *scanned)
{
  guint count = mp_agreement_builder_count (reader->builder, kind);
  const char *key = mp_reader_key_of (kind);

  if (count == 0)
    reader->before[kind] = mp_reader_get_mark (reader);
  if (count < MP_MAX_ITEMS || reader->is_too_long[kind])
    return count < MP_MAX_ITEMS;
  reader->is_too_long[kind] = TRUE;
  if (reader->by_line) {
    mp_diagnostics_begin (reader->diagnostics, &scanned->excerpt);
    mp_reader_add_too_many (reader, NULL, key);
    mp_diagnostics_end (reader->diagnostics);
  } else {
    guint mark = mp_diagnostics_enter_key (reader->diagnostics, key);

    mp_reader_return (reader, &reader->before[kind]);
    mp_diagnostics_leave (reader->diagnostics, mark);
  }
  return FALSE;
}

static void
read_entry (MpReader *reader, MpIdKind kind, json_t *json)
{
  switch (kind) {
  case MP_ID_KIND_PARTY:
    mp_reader_read_party (reader, json);
    break;
  case MP_ID_KIND_TOPIC:
    mp_reader_read_topic (reader, json);
    break;
  case MP_ID_KIND_SOURCE:
    mp_reader_read_source (reader, json);
    break;
  case MP_ID_KIND_TERM:
    mp_reader_read_term (reader, json);
    break;
  case MP_ID_KIND_MILESTONE:
    mp_reader_read_milestone (reader, json);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* Reads an entry, the last of its kind so far, as what it is. */
static void
read_item (MpReader *reader, MpIdKind kind, const MpScanned *scanned)
{
  guint index = mp_agreement_builder_count (reader->builder, kind) - (reader->in_term ? 1 : 0);
  guint mark;

  if (!reader->in_term && !check_number (reader, kind, scanned))
    return;
  if (kind == MP_ID_KIND_TERM && !reader->in_term)
    mp_reader_begin_term (reader);
  mark = mp_diagnostics_enter_key (reader->diagnostics, mp_reader_key_of (kind));
  mp_diagnostics_enter_item (reader->diagnostics, index);
  mp_diagnostics_begin (reader->diagnostics, &scanned->excerpt);
  read_entry (reader, kind, scanned->value);
  mp_diagnostics_end (reader->diagnostics);
  mp_diagnostics_leave (reader->diagnostics, mark);
}

static void
read_phase (MpReader *reader, const MpScanned *scanned)
{
  guint mark;

  /* A line is a term if it has phases. */
  if (!reader->in_term && reader->by_line && check_number (reader, MP_ID_KIND_TERM, scanned))
    mp_reader_begin_term (reader);
  if (!reader->in_term || reader->has_too_many_phases)
    return;
  mark = mp_diagnostics_enter_key (reader->diagnostics, mp_reader_key_of (MP_ID_KIND_TERM));
  mp_diagnostics_enter_item (reader->diagnostics,
                             mp_agreement_builder_count (reader->builder, MP_ID_KIND_TERM) - 1);
  mp_diagnostics_enter_key (reader->diagnostics, "phases");
  if (scanned->index == MP_MAX_ITEMS) {
    reader->has_too_many_phases = TRUE;
    mp_reader_return (reader, &reader->before_term);
  } else {
    mp_diagnostics_enter_item (reader->diagnostics, scanned->index);
    mp_diagnostics_begin (reader->diagnostics, &scanned->excerpt);
    mp_reader_read_phase (reader, scanned->value, scanned->index);
    mp_diagnostics_end (reader->diagnostics);
  }
  mp_diagnostics_leave (reader->diagnostics, mark);
}

static void
read_head (MpReader *reader, const MpScanned *scanned)
{
  mp_diagnostics_begin (reader->diagnostics, &scanned->excerpt);
  reader->is_over = !mp_reader_read_head (reader, scanned->value);
  mp_diagnostics_end (reader->diagnostics);
}

/* Returns what an entry is that has a line of its own: by its phases a term, even if it has none,
 * and by the other keys that no milestone has, so that it is said that they are missing. */
static MpIdKind
kind_of_line (const MpReader *reader, const json_t *json)
{
  static const char *const keys[] = { "phases", "obligor", "obligee", "notice" };

  if (reader->in_term)
    return MP_ID_KIND_TERM;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (json_object_get (json, keys[i]) != NULL)
      return MP_ID_KIND_TERM;
  return MP_ID_KIND_MILESTONE;
}

static void
read_value (MpReader *reader, const MpScanned *scanned)
{
  if (scanned->array == NULL)
    read_head (reader, scanned);
  else if (scanned->array == parts_of_term)
    read_phase (reader, scanned);
  else if (reader->by_line)
    read_item (reader, kind_of_line (reader, scanned->value), scanned);
  else
    read_item (reader, (MpIdKind) (scanned->array - parts_of_file), scanned);
}

/* Reads what is there. */
static void
go_on (MpReader *reader)
{
  MpScanned scanned;
  MpScan event;

  do {
    event = mp_scanner_next (reader->scanner, &scanned);
    if (event == MP_SCAN_OPENED || event == MP_SCAN_VALUE) {
      reader->scanned = &scanned;
      reader->by_line = scanned.array == &lines || reader->by_line;
      if (event == MP_SCAN_VALUE && !reader->is_over)
        read_value (reader, &scanned);
      else if (!reader->is_over && !reader->by_line && check_number (reader, MP_ID_KIND_TERM, NULL))
        mp_reader_begin_term (reader);
      reader->scanned = NULL;
    }
  } while (event == MP_SCAN_OPENED || event == MP_SCAN_VALUE);
  reader->is_over = reader->is_over || event == MP_SCAN_FAULT;
  reader->is_fault = event == MP_SCAN_FAULT;
}

/* --- The reader ------------------------------------------------------------------------------- */

static void
clear_late_term (gpointer data)
{
  g_array_unref (((MpLateTerm *) data)->stretches);
}

MpReader *
mp_reader_new (MpProblems *problems)
{
  MpReader *reader = g_new0 (MpReader, 1);

  g_return_val_if_fail (problems != NULL, NULL);

  reader->problems = problems;
  reader->scanner = mp_scanner_new (parts_of_file, &lines);
  reader->diagnostics = mp_diagnostics_new ();
  reader->builder = mp_agreement_builder_new ();
  reader->begun = g_get_monotonic_time ();
  reader->file = g_byte_array_new ();
  for (guint kind = 0; kind < MP_N_ID_KINDS; kind++)
    reader->lines[kind] = g_array_new (FALSE, FALSE, sizeof (guint));
  reader->stretches = g_array_new (FALSE, FALSE, sizeof (MpStretch));
  reader->span = g_string_new (NULL);
  reader->mentions = g_array_new (FALSE, TRUE, sizeof (MpMention));
  reader->late_text = g_string_new_len ("", 1);
  reader->pending = g_array_new (FALSE, FALSE, sizeof (MpPending));
  reader->late_dates = g_array_new (FALSE, FALSE, sizeof (MpLate));
  reader->late_spans = g_array_new (FALSE, FALSE, sizeof (MpLate));
  reader->late_terms = g_array_new (FALSE, FALSE, sizeof (MpLateTerm));
  g_array_set_clear_func (reader->late_terms, clear_late_term);
  return reader;
}

void
mp_reader_free (MpReader *reader)
{
  if (reader == NULL)
    return;
  mp_scanner_free (reader->scanner);
  mp_diagnostics_free (reader->diagnostics);
  mp_agreement_builder_free (reader->builder);
  g_clear_pointer (&reader->file, g_byte_array_unref);
  mp_resolver_free (reader->resolver);
  for (guint kind = 0; kind < MP_N_ID_KINDS; kind++)
    g_array_unref (reader->lines[kind]);
  g_array_unref (reader->stretches);
  g_string_free (reader->span, TRUE);
  g_array_unref (reader->mentions);
  g_string_free (reader->late_text, TRUE);
  g_array_unref (reader->pending);
  g_array_unref (reader->late_dates);
  g_array_unref (reader->late_spans);
  g_array_unref (reader->late_terms);
  g_free (reader);
}

/* Keeps a piece of the text for the agreement, or none of it any more if it has become too long. */
static void
keep (MpReader *reader, const char *text, gsize length)
{
  if (reader->file == NULL)
    return;
  if (length > MP_AGREEMENT_MAX_FILE - reader->file->len)
    g_clear_pointer (&reader->file, g_byte_array_unref);
  else
    g_byte_array_append (reader->file, (const guint8 *) text, (guint) length);
}

void
mp_reader_add (MpReader *reader, const char *text, gsize length)
{
  keep (reader, text, length);
  for (gsize at = 0; at < length; at += PIECE_SIZE) {
    gsize size = MIN (length - at, PIECE_SIZE);

    mp_scanner_add (reader->scanner, text + at, size);
    reader->n_bytes += (goffset) size;
    go_on (reader);
  }
}

guint
mp_reader_count_entries (const MpReader *reader)
{
  return mp_agreement_builder_count (reader->builder, MP_ID_KIND_TERM) +
         mp_agreement_builder_count_phases (reader->builder) +
         mp_agreement_builder_count (reader->builder, MP_ID_KIND_MILESTONE);
}

/* --- What there is so far --------------------------------------------------------------------- */

/* Reads an object that is not whole yet with one of the functions that do so, for the builder only.
 * Returns whether it is right so far. */
static gboolean
try_object (MpReader *reader, json_t *json, void (*read) (MpReader *, json_t *))
{
  static const MpCut nowhere = { 0, { 1, 1 } };
  const MpExcerpt excerpt = { "", 0, &nowhere, 1 };
  MpDiagnostics *diagnostics = reader->diagnostics;
  gboolean is_right;

  reader->is_trial = TRUE;
  reader->diagnostics = mp_diagnostics_new ();
  mp_diagnostics_begin (reader->diagnostics, &excerpt);
  read (reader, json);
  mp_diagnostics_end (reader->diagnostics);
  is_right = mp_diagnostics_count (reader->diagnostics, MP_SEVERITY_ERROR) == 0;
  mp_diagnostics_free (reader->diagnostics);
  reader->diagnostics = diagnostics;
  reader->is_trial = FALSE;
  return is_right;
}

static void
try_head (MpReader *reader, json_t *json)
{
  mp_reader_read_head (reader, json);
}

MpAgreement *
mp_reader_get_partial (MpReader *reader)
{
  json_t *head = mp_scanner_peek (reader->scanner, FALSE);
  json_t *term = mp_scanner_peek (reader->scanner, TRUE);

  if (reader->is_over || mp_diagnostics_count (reader->diagnostics, MP_SEVERITY_ERROR) > 0 ||
      (head != NULL && !try_object (reader, head, try_head)) ||
      mp_reader_count_entries (reader) == 0)
    return NULL;
  if (reader->in_term && term != NULL)
    try_object (reader, term, mp_reader_try_term);
  return mp_agreement_builder_get_partial (reader->builder);
}

/* --- The end ---------------------------------------------------------------------------------- */

static void
log_result (const MpReader *reader, MpAgreement *agreement)
{
  guint n_terms = 0;

  if (agreement != NULL)
    mp_agreement_terms (agreement, &n_terms);
  g_debug ("read %" G_GOFFSET_FORMAT " bytes in %.1f ms: %u terms, %u phases, %u milestones, "
           "%u errors, %u warnings",
           reader->n_bytes, (double) (g_get_monotonic_time () - reader->begun) / 1000, n_terms,
           agreement != NULL ? mp_agreement_phases (agreement)->length : 0,
           agreement != NULL ? mp_agreement_milestones (agreement)->length : 0,
           mp_problems_count (reader->problems, MP_SEVERITY_ERROR),
           mp_problems_count (reader->problems, MP_SEVERITY_WARNING));
}

MpAgreement *
mp_reader_end (MpReader *reader)
{
  g_autoptr (MpReader) owned = reader;
  MpAgreement *agreement = NULL;

  mp_scanner_end (reader->scanner);
  go_on (reader);
  if (reader->is_fault) {
    MpPosition place;
    g_autofree char *sentence = mp_scanner_explain (reader->scanner, &place);

    mp_problems_add (reader->problems, MP_SEVERITY_ERROR, place.line, place.column, "", sentence);
  } else {
    if (!reader->is_over) {
      mp_reader_resolve_references (reader);
      mp_reader_resolve_dates (reader);
    }
    mp_diagnostics_report (reader->diagnostics, reader->problems);
    if (mp_diagnostics_count (reader->diagnostics, MP_SEVERITY_ERROR) == 0) {
      if (reader->file != NULL)
        mp_agreement_builder_take_file (
          reader->builder, g_byte_array_free_to_bytes (g_steal_pointer (&reader->file)));
      agreement = mp_agreement_builder_end (g_steal_pointer (&reader->builder));
    }
  }
  log_result (reader, agreement);
  return agreement;
}

MpAgreement *
mp_reader_load_bytes (GBytes *bytes, MpProblems *problems)
{
  MpReader *reader;
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  reader = mp_reader_new (problems);
  text = g_bytes_get_data (bytes, &length);
  mp_reader_add (reader, text, length);
  return mp_reader_end (reader);
}
