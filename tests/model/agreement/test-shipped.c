/* test-shipped.c: what the shipped agreement says rests on sources that can say it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-links.h"

#include "mp-test-support.h"

/* What the parties or an authority said, but only press sources of it were seen. Each such claim
 * needs a reason why these sources do. A claim is named by the id of its milestone, or by that of
 * its term and the number of its phase. */
static const struct {
  const char *claim;
  const char *reason;
} excused[] = {
  { "frontier 0", "both articles go by the companies' announcement" },
  { "openai-pays-microsoft 0", "both articles go by Microsoft's post of 21 January 2025" },
  { "models-and-products 0", "the articles go by the companies' announcements" },
  { "board-observer 0", "both articles go by Microsoft's letter" },
  { "aws-compute-2025 0", "both articles go by the companies' announcement" },
  { "aws-compute-2026 0", "both articles go by the companies' announcement" },
  { "uk-inquiry 0", "the agency's decision, as reported and as read by a law firm" },
  { "eu-check 0", "AFP and The Decoder quote the commissioner's speech" },
  { "gpt-3-licence", "both articles go by the companies' announcements" },
  { "second-investment", "the article quotes Microsoft's announcement of January 2023" },
  { "third-phase", "both articles quote the companies' announcements" },
  { "ftc-staff-report", "the report, as reported and as read by a law firm" },
  { "first-refusal", "both articles go by Microsoft's post of 21 January 2025" },
  { "memorandum", "the article quotes the joint statement whole" },
  { "aws-contract", "both articles go by the companies' announcement" },
  { "backlog", "both articles go by what Microsoft showed and said with its results" },
  { "amazon-deal: added AWS computing over eight years", "the article goes by the announcement" },
  { "nadella-call", "both articles quote what was said on the call" },
  { "aws-capacity", "both articles go by the companies' announcement" },
};

typedef struct {
  MpAgreement *agreement;
  gboolean used[G_N_ELEMENTS (excused)];
  GString *faults; /* a line each */
} Audit;

static gboolean
has_own_word (MpAgreement *agreement, MpRun citations)
{
  const MpCitation *pool = mp_agreement_citations (agreement);
  const MpSource *sources = mp_agreement_sources (agreement, NULL);

  for (guint32 i = citations.first; i < citations.first + citations.count; i++) {
    MpSourceKind kind = sources[pool[i].source].kind;

    if (kind == MP_SOURCE_PRIMARY || kind == MP_SOURCE_FILING || kind == MP_SOURCE_OFFICIAL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
excuse (Audit *audit, const char *claim)
{
  for (gsize i = 0; i < G_N_ELEMENTS (excused); i++)
    if (g_str_equal (excused[i].claim, claim)) {
      audit->used[i] = TRUE;
      return TRUE;
    }
  return FALSE;
}

static void
audit_claim (Audit *audit, const char *claim, MpCertainty certainty, MpRun citations)
{
  if (!mp_certainty_get (certainty)->is_confirmed)
    return;
  if (!has_own_word (audit->agreement, citations) && !excuse (audit, claim))
    g_string_append_printf (audit->faults, "%s: no primary, filing or official source\n", claim);
}

/* An amount may rest on what excuses its owner. */
static void
audit_amounts (Audit *audit, const char *owner, MpRun run)
{
  const MpAmount *amounts = mp_agreement_amounts (audit->agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    const char *what = mp_agreement_text (audit->agreement, amounts[i].what);
    g_autofree char *claim = g_strdup_printf ("%s: %s", owner, what);

    if (!excuse (audit, owner))
      audit_claim (audit, claim, amounts[i].certainty, amounts[i].citations);
  }
}

static void
audit_alternatives (Audit *audit, const char *owner, MpRun run)
{
  const MpAlternative *alternatives = mp_agreement_alternatives (audit->agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++)
    audit_claim (audit, owner, alternatives[i].certainty, alternatives[i].citations);
}

static void
audit_phases (Audit *audit)
{
  MpAgreement *agreement = audit->agreement;
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);

  for (guint32 i = 0; i < phases->length; i++) {
    const MpTerm *term = &terms[phases->term[i]];
    g_autofree char *claim =
      g_strdup_printf ("%s %u", mp_agreement_text (agreement, term->id), i - term->phases.first);

    audit_claim (audit, claim, phases->certainty[i], phases->citations[i]);
    audit_amounts (audit, claim, phases->amounts[i]);
    audit_alternatives (audit, claim, phases->alternatives[i]);
  }
}

static void
audit_milestones (Audit *audit)
{
  MpAgreement *agreement = audit->agreement;
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  for (guint32 i = 0; i < milestones->length; i++) {
    const char *claim = mp_agreement_text (agreement, milestones->id[i]);

    audit_claim (audit, claim, milestones->certainty[i], milestones->citations[i]);
    audit_amounts (audit, claim, milestones->amounts[i]);
    audit_alternatives (audit, claim, milestones->alternatives[i]);
  }
}

/* One of the sources of a claim is by those who are said to have made it, or a reason is given. A
 * reason that is no longer needed must go. */
static void
test_own_words (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  Audit audit = { .agreement = agreement, .faults = g_string_new (NULL) };

  audit_phases (&audit);
  audit_milestones (&audit);
  for (gsize i = 0; i < G_N_ELEMENTS (excused); i++)
    if (!audit.used[i])
      g_string_append_printf (audit.faults, "%s: needs no excuse\n", excused[i].claim);
  g_assert_cmpstr (audit.faults->str, ==, "");
  g_string_free (audit.faults, TRUE);
}

/* A source that nothing cites only makes the list longer. */
static void
test_sources_used (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  const MpCitation *citations = mp_agreement_citations (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpAmount *amounts = mp_agreement_amounts (agreement);
  const MpAlternative *alternatives = mp_agreement_alternatives (agreement);
  guint n_sources;
  const MpSource *sources = mp_agreement_sources (agreement, &n_sources);
  g_autofree gboolean *used = g_new0 (gboolean, n_sources);

#define USE(run)                                                                                   \
  for (guint32 c = (run).first; c < (run).first + (run).count; c++)                                \
  used[citations[c].source] = TRUE

  for (guint32 i = 0; i < phases->length; i++) {
    USE (phases->citations[i]);
    for (guint32 a = 0; a < phases->amounts[i].count; a++)
      USE (amounts[phases->amounts[i].first + a].citations);
    for (guint32 a = 0; a < phases->alternatives[i].count; a++)
      USE (alternatives[phases->alternatives[i].first + a].citations);
  }
  for (guint32 i = 0; i < milestones->length; i++) {
    USE (milestones->citations[i]);
    for (guint32 a = 0; a < milestones->amounts[i].count; a++)
      USE (amounts[milestones->amounts[i].first + a].citations);
  }
#undef USE

  for (guint i = 0; i < n_sources; i++) {
    g_test_message ("%s", mp_agreement_text (agreement, sources[i].id));
    g_assert_true (used[i]);
  }
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

/* A step is read out in a talk: it is short, has a headline, and shows who says what it says. */
static void
test_story (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  guint length;
  const MpStep *steps = mp_agreement_story (agreement, &length);

  g_assert_cmpuint (length, ==, 7);
  for (guint i = 0; i < length; i++) {
    g_test_message ("%s", mp_agreement_text (agreement, steps[i].title));
    g_assert_cmpuint (count_words (mp_agreement_text (agreement, steps[i].text)), <=, 60);
    g_assert_cmpuint (steps[i].citations.count, >, 0);
  }
}

/* The entries that say why the reset came, the surest first: the parties before the article. */
static void
test_reasons (void)
{
  static const char *const reasons[] = { "reasons-given", "amazon-dispute", "article-regulators",
                                         "article-agents" };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  MpNamed reset = mp_agreement_find_named (agreement, "reset-2026");
  guint length;
  g_autofree MpLinkEnd *ends =
    mp_links_of (agreement, (MpItem) { MP_ITEM_MILESTONE, reset.index }, &length);
  guint n_reasons = 0;

  for (guint i = 0; i < length && ends[i].group == MP_LINK_GROUP_WHY; i++) {
    g_assert_cmpuint (n_reasons, <, G_N_ELEMENTS (reasons));
    g_assert_cmpstr (mp_agreement_text (agreement, milestones->id[ends[i].other.index]), ==,
                     reasons[n_reasons++]);
  }
  g_assert_cmpuint (n_reasons, ==, G_N_ELEMENTS (reasons));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shipped/own-words", test_own_words);
  g_test_add_func ("/shipped/sources-used", test_sources_used);
  g_test_add_func ("/shipped/story", test_story);
  g_test_add_func ("/shipped/reasons", test_reasons);

  return g_test_run ();
}
