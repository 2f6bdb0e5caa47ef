/* mp-agreement.c: an agreement, its terms, their phases, its milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"

#include "mp-agreement-private.h"
#include "mp-bits.h"
#include "mp-date-private.h"

#include <stddef.h>

G_DEFINE_FINAL_TYPE (MpAgreement, mp_agreement, G_TYPE_OBJECT)

static const char *const days_words[] = {
  [MP_DAYS_CALENDAR] = "calendar",
  [MP_DAYS_BUSINESS] = "business",
};
G_STATIC_ASSERT (G_N_ELEMENTS (days_words) == MP_N_DAYS);

const MpVocabulary mp_days_vocabulary = MP_VOCABULARY (days_words);

static const char *const roll_words[] = {
  [MP_ROLL_NONE] = "none",
  [MP_ROLL_PRECEDING] = "preceding",
  [MP_ROLL_FOLLOWING] = "following",
};
G_STATIC_ASSERT (G_N_ELEMENTS (roll_words) == MP_N_ROLLS);

const MpVocabulary mp_roll_vocabulary = MP_VOCABULARY (roll_words);

static void
widen (MpInstant instant, MpInstant *earliest, MpInstant *latest)
{
  if (instant == MP_INSTANT_MIN || instant == MP_INSTANT_MAX)
    return;
  *earliest = MIN (*earliest, instant);
  *latest = MAX (*latest, instant);
}

static void
mp_agreement_finalize (GObject *object)
{
  MpAgreement *self = MP_AGREEMENT (object);

  g_free (self->text);
  g_clear_pointer (&self->file, g_bytes_unref);
  g_free (self->parties);
  g_free (self->topics);
  g_free (self->sources);
  g_free (self->terms);
  g_free (self->citations);
  g_free (self->amounts);
  g_free (self->changes);
  g_free (self->alternatives);
  g_free (self->derivations);
  g_free (self->notices);
  g_free (self->closed_days);
  g_free (self->links);
  g_free (self->story);
  mp_phases_clear (&self->phases);
  mp_milestones_clear (&self->milestones);
  mp_id_index_clear (&self->term_ids);
  mp_id_index_clear (&self->milestone_ids);
  g_free ((gpointer) self->milestones_by_time);
  g_free ((gpointer) self->items_by_time);
  g_free ((gpointer) self->ends_so_far);
  g_free ((gpointer) self->links_by_target);
  if (self->told_ends != 0)
    mp_bits_unref ((MpBits *) self->told_ends);

  G_OBJECT_CLASS (mp_agreement_parent_class)->finalize (object);
}

static void
mp_agreement_class_init (MpAgreementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mp_agreement_finalize;
}

static void
mp_agreement_init (MpAgreement *self)
{
  /* Even an agreement that no builder has filled must answer every call. */
  self->text = g_strdup ("");
  self->text_length = 1;
}

MpIds
mp_agreement_term_id_places (const MpAgreement *self)
{
  G_STATIC_ASSERT (offsetof (MpTerm, id) == 0);
  return (MpIds) { self->text, self->terms, sizeof *self->terms };
}

MpIds
mp_agreement_milestone_id_places (const MpAgreement *self)
{
  return (MpIds) { self->text, self->milestones.id, sizeof *self->milestones.id };
}

const char *
mp_agreement_get_title (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), "");

  return self->text + self->title;
}

const char *
mp_agreement_get_summary (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), "");

  return self->text + self->summary;
}

const char *
mp_agreement_get_checked (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), "");

  return self->text + self->checked;
}

const char *
mp_agreement_get_known (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), "");
  return self->text + self->known;
}

GBytes *
mp_agreement_get_file (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  return self->file;
}

const char *
mp_agreement_text (MpAgreement *self, MpTextRef ref)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), "");
  g_return_val_if_fail (ref < self->text_length, "");

  return self->text + ref;
}

const MpParty *
mp_agreement_parties (MpAgreement *self, guint *length)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  if (length != NULL)
    *length = self->n_parties;
  return self->parties;
}

const MpTopic *
mp_agreement_topics (MpAgreement *self, guint *length)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  if (length != NULL)
    *length = self->n_topics;
  return self->topics;
}

const MpSource *
mp_agreement_sources (MpAgreement *self, guint *length)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  if (length != NULL)
    *length = self->n_sources;
  return self->sources;
}

const MpTerm *
mp_agreement_terms (MpAgreement *self, guint *length)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  if (length != NULL)
    *length = self->n_terms;
  return self->terms;
}

const MpPhases *
mp_agreement_phases (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  return &self->phases;
}

const MpMilestones *
mp_agreement_milestones (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  return &self->milestones;
}

const MpCitation *
mp_agreement_citations (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  return self->citations;
}

const MpAmount *
mp_agreement_amounts (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  return self->amounts;
}

const guint32 *
mp_agreement_changes (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  return self->changes;
}

const MpAlternative *
mp_agreement_alternatives (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  return self->alternatives;
}

const MpDerivation *
mp_agreement_derivations (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  return self->derivations;
}

const MpNotice *
mp_agreement_notices (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  return self->notices;
}

const MpInstant *
mp_agreement_closed_days (MpAgreement *self)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  return self->closed_days;
}

const MpLink *
mp_agreement_links (MpAgreement *self, guint *length)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  if (length != NULL)
    *length = self->n_links;
  return self->links;
}

const MpStep *
mp_agreement_story (MpAgreement *self, guint *length)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), NULL);

  if (length != NULL)
    *length = self->n_steps;
  return self->story;
}

/* The reader has checked the text, so that parsing it cannot fail. */
static void
read_dates (const MpAgreement *self, MpTextRef ref, MpSpan *span)
{
  if (!mp_span_parse_derived (self->text + ref, -1, span, NULL, NULL))
    g_assert_not_reached ();
}

void
mp_agreement_get_phase_span (MpAgreement *self, guint32 phase, MpSpan *span)
{
  g_return_if_fail (MP_IS_AGREEMENT (self));
  g_return_if_fail (phase < self->phases.length);

  read_dates (self, self->phases.span[phase], span);
}

void
mp_agreement_get_milestone_date (MpAgreement *self, guint32 milestone, MpSpan *date)
{
  g_return_if_fail (MP_IS_AGREEMENT (self));
  g_return_if_fail (milestone < self->milestones.length);

  read_dates (self, self->milestones.date[milestone], date);
}

void
mp_agreement_get_alternative_date (MpAgreement *self, guint32 alternative, MpSpan *date)
{
  g_return_if_fail (MP_IS_AGREEMENT (self));
  g_return_if_fail (alternative < self->n_alternatives);

  read_dates (self, self->alternatives[alternative].date, date);
}

guint32
mp_agreement_find_milestone (MpAgreement *self, const char *id)
{
  MpIds ids;

  g_return_val_if_fail (MP_IS_AGREEMENT (self), MP_NONE);
  g_return_val_if_fail (id != NULL, MP_NONE);

  ids = mp_agreement_milestone_id_places (self);
  return mp_id_index_find (&self->milestone_ids, &ids, id);
}

guint32
mp_agreement_find_term (MpAgreement *self, const char *id)
{
  MpIds ids;

  g_return_val_if_fail (MP_IS_AGREEMENT (self), MP_NONE);
  g_return_val_if_fail (id != NULL, MP_NONE);

  ids = mp_agreement_term_id_places (self);
  return mp_id_index_find (&self->term_ids, &ids, id);
}

MpNamed
mp_agreement_find_named (MpAgreement *self, const char *id)
{
  guint32 index = mp_agreement_find_milestone (self, id);

  if (index != MP_NONE)
    return (MpNamed) { MP_ID_KIND_MILESTONE, index };
  index = mp_agreement_find_term (self, id);
  if (index != MP_NONE)
    return (MpNamed) { MP_ID_KIND_TERM, index };
  for (guint32 i = 0; i < self->n_topics; i++)
    if (g_str_equal (mp_agreement_text (self, self->topics[i].id), id))
      return (MpNamed) { MP_ID_KIND_TOPIC, i };
  return (MpNamed) { MP_ID_KIND_TOPIC, MP_NONE };
}

/* If there is no instant, the first one is after the last. */
static void
find_extent (MpAgreement *self)
{
  MpInstant first = MP_INSTANT_MAX;
  MpInstant last = MP_INSTANT_MIN;

  for (guint i = 0; i < self->phases.length; i++) {
    widen (self->phases.earliest_start[i], &first, &last);
    widen (self->phases.certain_start[i], &first, &last);
    widen (self->phases.certain_end[i], &first, &last);
    widen (self->phases.latest_end[i], &first, &last);
  }
  for (guint i = 0; i < self->milestones.length; i++) {
    widen (self->milestones.earliest[i], &first, &last);
    widen (self->milestones.after[i], &first, &last);
  }
  for (guint i = 0; i < self->n_alternatives; i++) {
    widen (self->alternatives[i].earliest_start, &first, &last);
    widen (self->alternatives[i].certain_start, &first, &last);
    widen (self->alternatives[i].certain_end, &first, &last);
    widen (self->alternatives[i].latest_end, &first, &last);
  }
  self->first = first;
  self->last = last;
}

gboolean
mp_agreement_get_extent (MpAgreement *self, MpInstant *earliest, MpInstant *latest)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (self), FALSE);

  if (g_once_init_enter (&self->extent_is_known)) {
    find_extent (self);
    g_once_init_leave (&self->extent_is_known, TRUE);
  }
  if (self->first > self->last)
    return FALSE;
  if (earliest != NULL)
    *earliest = self->first;
  if (latest != NULL)
    *latest = self->last;
  return TRUE;
}
