/* mp-reader-late.c: dates that are counted from those of milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date may be counted from a milestone that comes later in the file. So all of them wait, with
 * their places, until everything has been read.
 */
#include "config.h"

#include "mp-date-private.h"
#include "mp-quote.h"
#include "mp-reader-private.h"

#include <glib/gi18n-lib.h>

/* Returns the milestone that a date is counted from, or MP_NONE. */
static guint32
find_base (const MpReader *reader, const MpLateEnd *end)
{
  const char *id = mp_reader_get_stored (reader, end->base);

  return id != NULL ? mp_agreement_builder_find (reader->builder, MP_ID_KIND_MILESTONE, id)
                    : MP_NONE;
}

/* Stores how a date is counted. Returns FALSE if something is wrong with it. */
static gboolean
get_count (const MpReader *reader, const MpLateEnd *end, MpDateOrigin *origin)
{
  const char *by = mp_reader_get_stored (reader, end->by);

  origin->text = NULL;
  origin->milestone = find_base (reader, end);
  origin->before = end->before;
  return end->is_right && origin->milestone != MP_NONE && by != NULL &&
         mp_duration_parse (by, &origin->by, NULL);
}

/* Finds the date of a milestone that is counted, or returns NULL. They are in order. */
static const MpLate *
find_late_date (const MpReader *reader, guint32 milestone)
{
  guint low = 0;
  guint high = reader->late_dates->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (reader->late_dates, MpLate, middle).item < milestone)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == reader->late_dates->len ||
      g_array_index (reader->late_dates, MpLate, low).item != milestone)
    return NULL;
  return &g_array_index (reader->late_dates, MpLate, low);
}

/* The MpOriginFunc of the resolver. */
static gboolean
find_origin (guint32 milestone, MpDateOrigin *origin, gpointer data)
{
  const MpReader *reader = data;
  const MpLate *late = find_late_date (reader, milestone);

  *origin = (MpDateOrigin) {
    .id = mp_agreement_builder_get_id (reader->builder, MP_ID_KIND_MILESTONE, milestone),
    .text = mp_agreement_builder_get_date (reader->builder, milestone),
  };
  if (late == NULL)
    return *origin->text != '\0';
  return *origin->id != '\0' && get_count (reader, &late->start, origin);
}

/* Reports a milestone that is not there. */
static void
check_base (MpReader *reader, const MpLateEnd *end)
{
  if (end->base != 0 && find_base (reader, end) == MP_NONE)
    mp_reader_add_unknown (reader, (MpReferents) MP_ID_KIND_MILESTONE,
                           mp_reader_get_stored (reader, end->base),
                           mp_reader_get_stored (reader, end->base_pointer), end->base_place);
}

static void
derive (MpReader *reader, MpDerived what, guint32 item, const MpLateEnd *end)
{
  if (end->base != 0)
    mp_agreement_builder_derive (reader->builder, what, item, find_base (reader, end),
                                 mp_reader_get_stored (reader, end->by), end->before);
}

/* --- Spans of phases -------------------------------------------------------------------------- */

/* A date that is open towards one side cannot be the other end of an interval. */
static const char *
check_open (const MpDate *date, gboolean is_start)
{
  if (date->kind != MP_DATE_OPEN || (date->earliest == MP_INSTANT_MIN) == is_start)
    return NULL;
  return is_start
           ? _ ("the milestone counted from has no end published, so nothing starts after it")
           : _ ("the milestone counted from has no beginning published, so nothing ends before it");
}

/* Appends an end of a span to the text of the whole. Returns FALSE if it is wrong. */
static gboolean
count_end (MpReader *reader, const MpLateEnd *end, gboolean is_start, GString *text)
{
  const char *fault = NULL;
  gboolean is_right;
  MpDateOrigin origin;
  MpDate date;

  if (end->text != 0) {
    g_string_append (text, mp_reader_get_stored (reader, end->text));
    return end->is_right;
  }
  if (!get_count (reader, end, &origin))
    return FALSE;
  is_right = mp_resolver_count (reader->resolver, &origin, &date, &fault);
  if (is_right)
    fault = check_open (&date, is_start);
  if (fault != NULL)
    mp_diagnostics_add_placed (reader->diagnostics, mp_reader_get_stored (reader, end->pointer),
                               end->place, 0, "%s", fault);
  if (!is_right || fault != NULL)
    return FALSE;
  g_string_append (text, date.text);
  return TRUE;
}

static void
resolve_span (MpReader *reader, const MpLate *late, GArray *stretches)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_right;
  MpSpan span;

  check_base (reader, &late->start);
  check_base (reader, &late->end);
  is_right = count_end (reader, &late->start, TRUE, text);
  g_string_append_c (text, '/');
  is_right = count_end (reader, &late->end, FALSE, text) && is_right;
  if (!is_right)
    return;
  if (!mp_span_parse_derived (text->str, -1, &span, NULL, &error)) {
    g_autofree char *quoted = mp_quote (text->str);

    mp_diagnostics_add_placed (reader->diagnostics, mp_reader_get_stored (reader, late->pointer),
                               late->place, 0, C_ ("problem", "%s: %s"), quoted, error->message);
    return;
  }
  mp_agreement_builder_set_span (reader->builder, late->item, text->str, &span);
  derive (reader, MP_DERIVED_START, late->item, &late->start);
  derive (reader, MP_DERIVED_END, late->item, &late->end);
  if (span.start.after < span.end.earliest) {
    MpStretch stretch = { span.start.after, span.end.earliest, late->item, late->index,
                          late->place };

    g_array_append_val (stretches, stretch);
  }
}

/* --- Dates of milestones ---------------------------------------------------------------------- */

static void
resolve_date (MpReader *reader, const MpLate *late)
{
  const char *fault = NULL;
  MpDateOrigin origin;
  MpSpan date;

  check_base (reader, &late->start);
  if (!get_count (reader, &late->start, &origin))
    return;
  if (mp_resolver_find (reader->resolver, late->item, &date, &fault)) {
    mp_agreement_builder_set_date (reader->builder, late->item, date.start.text, &date);
    derive (reader, MP_DERIVED_DATE, late->item, &late->start);
  } else if (fault != NULL) {
    mp_diagnostics_add_placed (reader->diagnostics, mp_reader_get_stored (reader, late->pointer),
                               late->place, 0, "%s", fault);
  }
}

void
mp_reader_resolve_dates (MpReader *reader)
{
  guint at = 0;

  reader->resolver = mp_resolver_new (find_origin, reader);
  for (guint i = 0; i < reader->late_terms->len; i++) {
    const MpLateTerm *term = &g_array_index (reader->late_terms, MpLateTerm, i);

    for (; at < reader->late_spans->len; at++) {
      const MpLate *late = &g_array_index (reader->late_spans, MpLate, at);

      if (late->term != term->term)
        break;
      resolve_span (reader, late, term->stretches);
    }
    mp_reader_check_overlaps (reader, term->term, term->stretches);
  }
  for (guint i = 0; i < reader->late_dates->len; i++)
    resolve_date (reader, &g_array_index (reader->late_dates, MpLate, i));
}
