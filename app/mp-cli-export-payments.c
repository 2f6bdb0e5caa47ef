/* mp-cli-export-payments.c: what the options of "export" say of payments that are assumed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-cli-export-private.h"
#include "mp-suggest.h"

#include <glib/gi18n.h>

/* In the order of MpAssumptionKind. */
static const char *const names[MP_N_ASSUMPTIONS] = { "--base", "--growth", "--rate" };

static gboolean
refuse (const char *sentence)
{
  mp_cli_report ("%s", sentence);
  return FALSE;
}

gboolean
mp_cli_export_check_payments (const MpCliExportOptions *options)
{
  gboolean has_any = FALSE, has_all = TRUE;

  for (guint i = 0; i < MP_N_ASSUMPTIONS; i++) {
    has_any = has_any || options->assumed[i] != NULL;
    has_all = has_all && options->assumed[i] != NULL;
  }
  if (options->payments == NULL)
    return !has_any || refuse (_ ("--base, --growth and --rate need --payments"));
  if (!has_all)
    return refuse (_ ("--payments needs --base, --growth and --rate: what you assume"));
  if (options->compare != NULL || options->select != NULL || options->as_of != NULL ||
      options->from != NULL || options->to != NULL)
    return refuse (_ ("--payments draws no timeline: leave --compare, --select, --as-of, --from "
                      "and --to out"));
  if (options->with_agreement)
    return refuse (_ ("a picture of payments does not open again: leave --with-agreement out"));
  return TRUE;
}

/* Returns the phase of a term that has a cap, else its last one, or MP_NONE after a report. */
static guint32
find_phase (MpAgreement *agreement, const char *id)
{
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  guint32 term = mp_agreement_find_term (agreement, id), phase;
  MpSuggestion suggestion = mp_suggestion_start (id);

  if (term != MP_NONE) {
    phase = mp_payments_find_phase (agreement, term);
    if (phase == MP_NONE && terms[term].phases.count > 0)
      phase = terms[term].phases.first + terms[term].phases.count - 1;
    if (phase == MP_NONE)
      mp_cli_report (_ ("--payments: the term \"%s\" has no phase, so nothing is paid"), id);
    return phase;
  }
  for (guint32 i = 0; i < n_terms; i++)
    mp_suggestion_offer (&suggestion, mp_agreement_text (agreement, terms[i].id));
  if (suggestion.best != NULL)
    /* Translators: what was given, and a name that is like it */
    mp_cli_report (_ ("--payments: there is no term \"%s\"; did you mean \"%s\"?"), id,
                   suggestion.best);
  else
    mp_cli_report (_ ("--payments: there is no term \"%s\""), id);
  return MP_NONE;
}

MpWhatIf *
mp_cli_export_what_if (const MpCliExportOptions *options, MpAgreement *agreement, int *code)
{
  MpWhatIf what_if = { .phase = find_phase (agreement, options->payments) };
  MpPaymentsTerm term;
  MpAssumptionKind wrong;
  g_autoptr (GError) error = NULL;

  *code = MP_EXIT_WRONG;
  if (what_if.phase == MP_NONE)
    return NULL;
  term = mp_payments_term_get (agreement, what_if.phase);
  if (!mp_assumptions_parse ((const char *const *) options->assumed,
                             mp_payments_unit (agreement, &term), &what_if.assumptions, &wrong,
                             &error)) {
    *code = MP_EXIT_USAGE;
    mp_cli_report ("%s %s: %s", names[wrong], options->assumed[wrong], error->message);
    return NULL;
  }
  *code = MP_EXIT_DONE;
  return g_memdup2 (&what_if, sizeof what_if);
}
