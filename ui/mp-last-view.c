/* mp-last-view.c: restores a file as it was left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-last-view.h"

#include "mp-agreement.h"

#include <math.h>

#define KEY "last-views"
#define ENTRY "(&sdd&si)"

/* Returns the id of the selected milestone or of the selected phase's term. *phase is the number of
 * the phase within its term, or -1. */
static const char *
name_selection (MpSession *session, int *phase)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  MpItem item = mp_session_get_selection (session);

  *phase = -1;
  if (item.kind == MP_ITEM_MILESTONE)
    return mp_agreement_text (agreement, mp_agreement_milestones (agreement)->id[item.index]);
  if (item.kind == MP_ITEM_PHASE) {
    guint32 term = mp_agreement_phases (agreement)->term[item.index];
    const MpTerm *terms = mp_agreement_terms (agreement, NULL);

    *phase = (int) (item.index - terms[term].phases.first);
    return mp_agreement_text (agreement, terms[term].id);
  }
  return "";
}

static MpItem
find_selection (MpAgreement *agreement, const char *id, int phase)
{
  MpItem none = { MP_ITEM_NONE, 0 };
  guint32 index;

  if (*id == '\0')
    return none;
  if (phase < 0) {
    index = mp_agreement_find_milestone (agreement, id);
    return index != MP_NONE ? (MpItem) { MP_ITEM_MILESTONE, index } : none;
  }
  index = mp_agreement_find_term (agreement, id);
  if (index != MP_NONE) {
    MpRun phases = mp_agreement_terms (agreement, NULL)[index].phases;

    if ((guint) phase < phases.count)
      return (MpItem) { MP_ITEM_PHASE, phases.first + (guint32) phase };
  }
  return none;
}

void
mp_last_view_restore (GSettings *settings, const char *uri, MpSession *session)
{
  g_autoptr (GVariant) views = g_settings_get_value (settings, KEY);
  const char *name, *id;
  GVariantIter iter;
  MpView view;
  int phase;

  g_variant_iter_init (&iter, views);
  while (g_variant_iter_next (&iter, ENTRY, &name, &view.begin, &view.end, &id, &phase)) {
    if (!g_str_equal (name, uri))
      continue;
    /* The user can change the settings to anything. */
    if (isfinite (view.begin) && isfinite (view.end) && view.begin < view.end) {
      mp_session_set_view (session, view.begin, view.end);
      mp_view_history_restart (mp_session_get_history (session), mp_session_get_goal (session));
    }
    mp_session_set_selection (session,
                              find_selection (mp_session_get_agreement (session), id, phase));
    g_debug ("restored the view of %s", uri);
    return;
  }
}

void
mp_last_view_keep (GSettings *settings, const char *uri, MpSession *session)
{
  g_autoptr (GVariant) views = g_settings_get_value (settings, KEY);
  MpView view = mp_session_get_view (session);
  const char *name, *id;
  GVariantBuilder builder;
  GVariantIter iter;
  guint count = 0;
  int phase;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sddsi)"));
  id = name_selection (session, &phase);
  if (*id != '\0' || !mp_view_is_near (view, mp_session_get_fit_view (session))) {
    g_variant_builder_add (&builder, "(sddsi)", uri, view.begin, view.end, id, phase);
    count++;
  }
  g_variant_iter_init (&iter, views);
  while (count < MP_LAST_VIEWS &&
         g_variant_iter_next (&iter, ENTRY, &name, &view.begin, &view.end, &id, &phase)) {
    if (g_str_equal (name, uri))
      continue;
    g_variant_builder_add (&builder, "(sddsi)", name, view.begin, view.end, id, phase);
    count++;
  }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
  g_debug ("kept the view of %s", uri);
}
