/* mp-known.c: whether a claim was known on a day, and since when it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-known-private.h"

#include "mp-words.h"

#include <glib/gi18n-lib.h>

MpSourceDay
mp_known_source_day (MpAgreement *agreement, guint32 source)
{
  const char *text =
    mp_agreement_text (agreement, mp_agreement_sources (agreement, NULL)[source].date);
  MpSpan span;

  if (*text == '\0' || !mp_span_parse (text, -1, &span, NULL, NULL))
    return (MpSourceDay) { MP_INSTANT_MIN, MP_INSTANT_MAX, FALSE };
  return (MpSourceDay) { span.start.earliest, span.end.after, TRUE };
}

void
mp_known_add_source (MpKnownSum *sum, MpSourceDay day, const MpDate *date)
{
  if (!day.is_dated)
    return;
  sum->any_dated = TRUE;
  if (day.after <= date->after)
    sum->best = MP_KNOWN_YES;
  else if (day.earliest < date->after)
    sum->best = MAX (sum->best, MP_KNOWN_POSSIBLY);
}

MpKnown
mp_known_sum (const MpKnownSum *sum, MpInstant begins, const MpDate *date)
{
  if (sum->any_dated)
    return sum->best;
  return begins < date->after ? MP_KNOWN_UNDATED : MP_KNOWN_NOT;
}

MpKnown
mp_known_claim (MpAgreement *agreement, MpRun citations, MpInstant begins, const MpDate *date)
{
  const MpCitation *pool = mp_agreement_citations (agreement);
  MpKnownSum sum = { MP_KNOWN_NOT, FALSE };

  for (guint32 i = citations.first; i < citations.first + citations.count; i++)
    mp_known_add_source (&sum, mp_known_source_day (agreement, pool[i].source), date);
  return mp_known_sum (&sum, begins, date);
}

static MpRun
citations_of (MpAgreement *agreement, MpItem item)
{
  if (item.kind == MP_ITEM_PHASE)
    return mp_agreement_phases (agreement)->citations[item.index];
  return mp_agreement_milestones (agreement)->citations[item.index];
}

MpKnown
mp_known_item (MpAgreement *agreement, MpItem item, const MpDate *date)
{
  g_return_val_if_fail (item.kind != MP_ITEM_NONE, MP_KNOWN_NOT);

  return mp_known_claim (agreement, citations_of (agreement, item),
                         mp_item_earliest (agreement, item), date);
}

guint32
mp_known_since (MpAgreement *agreement, MpRun citations)
{
  const MpCitation *pool = mp_agreement_citations (agreement);
  MpSourceDay first = { MP_INSTANT_MAX, MP_INSTANT_MAX, FALSE };
  guint32 found = MP_NONE;

  for (guint32 i = citations.first; i < citations.first + citations.count; i++) {
    MpSourceDay day = mp_known_source_day (agreement, pool[i].source);

    if (!day.is_dated || day.after > first.after ||
        (found != MP_NONE && day.after == first.after && day.earliest >= first.earliest))
      continue;
    first = day;
    found = pool[i].source;
  }
  return found;
}

char *
mp_known_doubt (MpAgreement *agreement, MpItem item)
{
  MpDate date;

  if (!mp_date_parse (mp_agreement_get_known (agreement), -1, &date, NULL, NULL))
    return NULL;
  switch (mp_known_item (agreement, item, &date)) {
  case MP_KNOWN_POSSIBLY:
    return g_strdup (_ ("possibly known"));
  case MP_KNOWN_UNDATED:
    /* Translators: no source of it has a date. */
    return g_strdup (_ ("undated"));
  case MP_KNOWN_NOT:
  case MP_KNOWN_YES:
  default:
    return NULL;
  }
}

char *
mp_known_words (MpAgreement *agreement, MpItem item, const MpDate *date)
{
  guint32 source = mp_known_since (agreement, citations_of (agreement, item));
  g_autofree char *since = NULL, *day = NULL;

  if (source == MP_NONE)
    return g_strdup (_ ("When this became known is not known: no source has a date"));
  since = mp_words_date (agreement, mp_agreement_sources (agreement, NULL)[source].date);
  if (date == NULL || mp_known_item (agreement, item, date) != MP_KNOWN_POSSIBLY)
    /* Translators: a date, such as "27 April 2026". */
    return g_strdup_printf (_ ("Known since %s"), since);
  day = mp_date_words (date);
  /* Translators: two dates, such as "30 April 2026" and "April 2026", that of a source. */
  return g_strdup_printf (_ ("Possibly known on %s: the source is of %s"), day, since);
}
