/* mp-detail-pane.c: the details of what is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-pane.h"

#include "mp-agreement.h"
#include "mp-cite.h"
#include "mp-detail-agreement.h"
#include "mp-detail-compare.h"
#include "mp-detail-conditions.h"
#include "mp-detail-facts.h"
#include "mp-detail-list.h"
#include "mp-detail-parts.h"
#include "mp-follow.h"
#include "mp-highlights.h"
#include "mp-session-words.h"
#include "mp-text-label.h"
#include "mp-untrusted-text.h"
#include "mp-widget-path.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* How many related milestones are listed at most. */
#define MAX_LISTED 6

struct _MpDetailPane {
  AdwBin parent_instance;

  /* Template */
  GtkScrolledWindow *scroller;
  GtkBox *content;

  /* Owned */
  MpSession *session;
  MpDetailLists *lists;
  MpDetailFacts facts;       /* what the content was made from */
  guint tick;                /* the tick callback that will update it, or 0 */
  gboolean was_painted;      /* since it is shown */
  gboolean highlights_stale; /* the highlighted words are those of another search */
};

G_DEFINE_FINAL_TYPE (MpDetailPane, mp_detail_pane, ADW_TYPE_BIN)

static void
add (MpDetailPane *self, GtkWidget *widget)
{
  gtk_box_append (self->content, widget);
}

static void
add_text (MpDetailPane *self, const char *text, const char *css_class)
{
  if (text != NULL && *text != '\0')
    add (self, mp_text_label_new_selectable (text, css_class));
}

/* Appends a heading and its contents; nothing if contents is NULL. */
static void
add_section (MpDetailPane *self, const char *heading, GtkWidget *contents)
{
  if (contents == NULL)
    return;
  add (self, mp_detail_heading_new (heading));
  add (self, contents);
}

static void
add_widget (MpDetailPane *self, GtkWidget *widget)
{
  if (widget != NULL)
    add (self, widget);
}

static void
add_cards (MpDetailPane *self, const char *heading, GArray *entries, MpDetailCard card)
{
  mp_detail_add_cards (self->lists, self->content, self->session, heading, entries, card);
}

static void
add_sources (MpDetailPane *self, MpAgreement *agreement, GArray *citations)
{
  mp_detail_add_sources (self->lists, self->content, agreement, citations);
}

/* Makes a card of a milestone with its title and its date. */
static GtkWidget *
milestone_card_new (MpDetailPane *self, MpAgreement *agreement, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  g_autofree char *date = mp_words_date (agreement, milestones->date[milestone]);
  g_autofree char *when = mp_session_words_when (
    self->session, date, milestones->earliest[milestone], milestones->after[milestone]);

  return mp_detail_item_card_new (self->session, (MpItem) { MP_ITEM_MILESTONE, milestone },
                                  mp_agreement_text (agreement, milestones->title[milestone]),
                                  when);
}

/* --- A milestone ------------------------------------------------------------------------------ */

static const char *
state_or (MpAgreement *agreement, guint32 phase, const char *otherwise)
{
  return phase == MP_NONE
           ? otherwise
           : mp_agreement_text (agreement, mp_agreement_phases (agreement)->state[phase]);
}

static void
compare_cb (MpDetailPane *self)
{
  mp_session_compare (self->session);
}

static GtkWidget *
change_card_new (MpSession *session, gconstpointer entry)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpChange *change = entry;
  guint32 visible = change->after != MP_NONE ? change->after : change->before;
  MpItem item = { visible != MP_NONE ? MP_ITEM_PHASE : MP_ITEM_NONE, visible };
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[change->term];

  return mp_detail_card_new (session, item,
                             mp_agreement_topics (agreement, NULL)[term->topic].color,
                             mp_agreement_text (agreement, term->title),
                             state_or (agreement, change->before, _ ("Not in force")),
                             state_or (agreement, change->after, _ ("Ended")));
}

static void
add_changes (MpDetailPane *self, MpAgreement *agreement, guint32 milestone)
{
  g_autoptr (GArray) changes = mp_query_changes (agreement, milestone);
  GtkWidget *compare;

  add_cards (self, _ ("What changed"), changes, change_card_new);
  if (changes->len == 0)
    return;
  compare = gtk_button_new_with_mnemonic (_ ("_Compare Before and After"));
  gtk_widget_set_halign (compare, GTK_ALIGN_START);
  /* In a large font it takes two lines. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (compare))), TRUE);
  g_signal_connect_object (compare, "clicked", G_CALLBACK (compare_cb), self, G_CONNECT_SWAPPED);
  add (self, compare);
}

static gboolean
shares_a_term (MpAgreement *agreement, MpRun a, MpRun b)
{
  const guint32 *terms = mp_agreement_changes (agreement);

  for (guint32 i = 0; i < a.count; i++)
    for (guint32 j = 0; j < b.count; j++)
      if (terms[a.first + i] == terms[b.first + j])
        return TRUE;
  return FALSE;
}

/* Adds the other milestones that changed the same terms, in order of time. */
static void
add_related (MpDetailPane *self, MpAgreement *agreement, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  g_autofree guint32 *order = mp_query_milestones_by_time (agreement);
  guint listed = 0;

  for (guint i = 0; i < milestones->length && listed < MAX_LISTED; i++) {
    if (order[i] == milestone ||
        !shares_a_term (agreement, milestones->changes[order[i]], milestones->changes[milestone]))
      continue;
    if (listed++ == 0)
      add (self, mp_detail_heading_new (_ ("Changed the same terms")));
    add (self, milestone_card_new (self, agreement, order[i]));
  }
}

/* Adds how far the measured milestone is from the selected one. */
static void
add_measure (MpDetailPane *self, MpAgreement *agreement)
{
  MpItem other = mp_session_get_measured (self->session);
  g_autofree char *distance = NULL;

  if (other.kind != MP_ITEM_MILESTONE)
    return;
  distance = mp_session_words_distance (self->session);
  /* Translators: a heading: how far two milestones lie apart in time */
  add (self, mp_detail_heading_new (_ ("Distance")));
  add_text (self, distance, NULL);
  add (self, milestone_card_new (self, agreement, other.index));
}

static void
show_milestone (MpDetailPane *self, MpAgreement *agreement, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  g_autofree char *date = mp_words_date (agreement, milestones->date[milestone]);
  g_autofree char *distance = mp_session_words_away (self->session, milestones->earliest[milestone],
                                                     milestones->after[milestone]);
  /* Translators: how far away, and how well known. */
  g_autofree char *remark = g_strdup_printf (C_ ("remark", "%s · %s"), distance,
                                             mp_words_certainty (milestones->certainty[milestone]));
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (MpCitation));
  MpRun own = milestones->citations[milestone];

  g_free (mp_cite (agreement, own, citations));
  add (self, mp_detail_topic_new (agreement, milestones->topic[milestone], remark));
  add_text (self, mp_agreement_text (agreement, milestones->title[milestone]), "title-2");
  add_text (self, date, "dim-label");
  add_widget (self, mp_detail_derivation_new (agreement, milestones->derivation[milestone]));
  add_measure (self, agreement);
  add_text (self, mp_agreement_text (agreement, milestones->summary[milestone]), NULL);
  add_section (self, _ ("Sources disagree"),
               mp_detail_others_new (agreement, date, milestones->certainty[milestone], own,
                                     milestones->alternatives[milestone], citations));
  add_changes (self, agreement, milestone);
  add_section (self, _ ("Amounts"),
               mp_detail_amounts_new (agreement, milestones->amounts[milestone], citations));
  add_sources (self, agreement, citations);
  add_related (self, agreement, milestone);
}

/* --- A phase ---------------------------------------------------------------------------------- */

static GtkWidget *
phase_card_new (MpSession *session, gconstpointer entry)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  MpItem item = { MP_ITEM_PHASE, *(const guint32 *) entry };
  g_autofree char *span = mp_words_phase_span (agreement, item.index);
  const char *state =
    mp_agreement_text (agreement, mp_agreement_phases (agreement)->state[item.index]);
  GtkWidget *card = mp_detail_item_card_new (session, item, state, span);

  if (mp_item_equal (item, mp_session_get_selection (session)))
    gtk_widget_add_css_class (card, "current");
  return card;
}

static void
add_phases (MpDetailPane *self, MpAgreement *agreement, guint32 term)
{
  MpRun run = mp_agreement_terms (agreement, NULL)[term].phases;
  g_autoptr (GArray) phases = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 phase = run.first; run.count > 1 && phase < run.first + run.count; phase++)
    g_array_append_val (phases, phase);
  add_cards (self, _ ("Phases of this term"), phases, phase_card_new);
}

static void
add_changed_by (MpDetailPane *self, MpAgreement *agreement, guint32 term)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const guint32 *terms = mp_agreement_changes (agreement);
  g_autofree guint32 *order = mp_query_milestones_by_time (agreement);
  guint listed = 0;

  for (guint i = 0; i < milestones->length && listed < MAX_LISTED; i++) {
    MpRun run = milestones->changes[order[i]];

    for (guint32 j = run.first; j < run.first + run.count; j++) {
      if (terms[j] != term)
        continue;
      if (listed++ == 0)
        /* Translators: a heading over the milestones that changed a term */
        add (self, mp_detail_heading_new (_ ("Changed by")));
      add (self, milestone_card_new (self, agreement, order[i]));
    }
  }
}

/* The dates of a phase in words, without what may end it early. */
static char *
span_words (MpAgreement *agreement, guint32 phase)
{
  MpSpan span;

  mp_agreement_get_phase_span (agreement, phase, &span);
  return mp_span_words (&span);
}

static void
show_phase (MpDetailPane *self, MpAgreement *agreement, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[phases->term[phase]];
  const MpDate *as_of = mp_session_get_as_of (self->session);
  MpStatus status = mp_query_phase_status (agreement, phase, as_of->earliest, as_of->after);
  g_autofree char *span = mp_words_phase_span (agreement, phase);
  g_autofree char *dates = span_words (agreement, phase);
  g_autofree char *end = mp_words_phase_end (agreement, phase);
  g_autofree char *parties = mp_words_parties (agreement, phases->term[phase]);
  const char *standing = mp_words_standing (status, mp_query_phase_basis (agreement, phase),
                                            mp_session_is_as_of_future (self->session));
  /* Translators: whether in force, and how well known. */
  g_autofree char *remark = g_strdup_printf (C_ ("remark", "%s · %s"), standing,
                                             mp_words_certainty (phases->certainty[phase]));
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (MpCitation));
  MpRun own = phases->citations[phase];

  g_free (mp_cite (agreement, own, citations));
  add (self, mp_detail_topic_new (agreement, term->topic, remark));
  add_text (self, mp_agreement_text (agreement, term->title), "title-2");
  add_text (self, mp_agreement_text (agreement, phases->state[phase]), "heading");
  add_text (self, span, "dim-label");
  add_widget (self, mp_detail_derivations_new (agreement, phases->start_derivation[phase],
                                               phases->end_derivation[phase]));
  add_text (self, mp_agreement_text (agreement, phases->summary[phase]), NULL);
  add_text (self, mp_agreement_text (agreement, term->summary), NULL);
  add_text (self, parties, "dim-label");
  if (*mp_agreement_text (agreement, phases->ends_early[phase]) != '\0')
    add_section (self, _ ("When it ends"), mp_text_label_new_selectable (end, NULL));
  /* Translators: a heading: by when notice must be given, such as to stop a renewal */
  add_section (self, _ ("Notice"),
               mp_detail_notice_new (agreement, phases->term[phase], citations));
  add_section (self, _ ("Sources disagree"),
               mp_detail_others_new (agreement, dates, phases->certainty[phase], own,
                                     phases->alternatives[phase], citations));
  add_section (self, _ ("Amounts"),
               mp_detail_amounts_new (agreement, phases->amounts[phase], citations));
  add_phases (self, agreement, phases->term[phase]);
  add_changed_by (self, agreement, phases->term[phase]);
  add_sources (self, agreement, citations);
}

/* --- The pane --------------------------------------------------------------------------------- */

/* Finds the widget with the focus, as a path from the content. Returns NULL if the focus is
 * elsewhere. */
static GArray *
find_focus (MpDetailPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->content))
           ? mp_widget_path_find (focus, GTK_WIDGET (self->content))
           : NULL;
}

static void
empty (MpDetailPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
}

static void
fill (MpDetailPane *self, gboolean is_new)
{
  MpAgreement *agreement = self->facts.agreement;
  MpItem item = self->facts.item;

  mp_detail_lists_begin (self->lists, is_new);
  if (agreement == NULL)
    return;
  if (item.kind == MP_ITEM_MILESTONE)
    show_milestone (self, agreement, item.index);
  else if (item.kind == MP_ITEM_PHASE)
    show_phase (self, agreement, item.index);
  else if (self->facts.comparing)
    mp_detail_add_comparison (self->lists, self->content, self->session);
  else
    mp_detail_add_agreement (self->lists, self->content, self->session);
}

/* Fills the pane anew. If it shows another thing, it is scrolled to the top. Otherwise it keeps the
 * scroll position, and the focus goes to what is now in the same place. */
static void
refill (MpDetailPane *self, gboolean is_new)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double place = is_new ? 0 : gtk_adjustment_get_value (adjustment);
  g_autoptr (GArray) path = find_focus (self);
  GtkWidget *focus = NULL;

  /* The widget with the focus goes away; keep the focus in the pane. */
  if (path != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
  empty (self);
  fill (self, is_new);
  if (path != NULL && !is_new)
    focus = mp_widget_path_follow (path, GTK_WIDGET (self->content));
  if (focus != NULL && gtk_widget_get_focusable (focus))
    gtk_widget_grab_focus (focus);
  /* Do this last: focusing a widget without an allocation scrolls to the top. */
  gtk_adjustment_set_value (adjustment, place);
}

static void
refresh (MpDetailPane *self)
{
  MpDetailFacts facts;

  mp_detail_facts_get (self->session, &facts);
  if (!mp_detail_facts_equal (&facts, &self->facts)) {
    gboolean is_new = !mp_detail_facts_same_thing (&facts, &self->facts);

    mp_detail_facts_clear (&self->facts);
    self->facts = facts;
    refill (self, is_new);
    self->highlights_stale = TRUE;
  } else {
    mp_detail_facts_clear (&facts);
  }
  if (self->highlights_stale)
    mp_highlights_set (GTK_WIDGET (self->content), mp_session_get_matches (self->session));
  self->highlights_stale = FALSE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MpDetailPane *self = MP_DETAIL_PANE (widget);

  (void) clock;
  (void) clock;
  (void) data;
  self->tick = 0;
  /* A pane that is not shown is updated once it is. */
  if (self->was_painted)
    refresh (self);
  return G_SOURCE_REMOVE;
}

/* Updates the pane once before the next layout, however much changes until then. */
static void
queue_refresh (MpDetailPane *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
matches_changed_cb (MpDetailPane *self)
{
  self->highlights_stale = TRUE;
  queue_refresh (self);
}

/* The cards refer to items of the old agreement and must not be clicked any more. */
static void
agreement_changed_cb (MpDetailPane *self)
{
  mp_detail_facts_clear (&self->facts);
  refill (self, TRUE);
  queue_refresh (self);
}

static void
mp_detail_pane_unmap (GtkWidget *widget)
{
  MP_DETAIL_PANE (widget)->was_painted = FALSE;
  GTK_WIDGET_CLASS (mp_detail_pane_parent_class)->unmap (widget);
}

/* A window that opens does not wait for what it tells: the first frame is without it, and the next
 * one has it. */
static void
mp_detail_pane_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpDetailPane *self = MP_DETAIL_PANE (widget);

  if (!self->was_painted)
    queue_refresh (self);
  self->was_painted = TRUE;
  GTK_WIDGET_CLASS (mp_detail_pane_parent_class)->snapshot (widget, snapshot);
}

static void
mp_detail_pane_dispose (GObject *object)
{
  MpDetailPane *self = MP_DETAIL_PANE (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->content != NULL)
    empty (self);
  g_clear_pointer (&self->lists, mp_detail_lists_free);
  mp_detail_facts_clear (&self->facts);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mp_detail_pane_parent_class)->dispose (object);
}

static void
mp_detail_pane_class_init (MpDetailPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_detail_pane_dispose;
  widget_class->unmap = mp_detail_pane_unmap;
  widget_class->snapshot = mp_detail_pane_snapshot;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-detail-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MpDetailPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, MpDetailPane, content);
  gtk_widget_class_set_css_name (widget_class, "detailpane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mp_detail_pane_init (MpDetailPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mp_detail_pane_set_session (MpDetailPane *self, MpSession *session)
{
  g_return_if_fail (MP_IS_DETAIL_PANE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->lists = mp_detail_lists_new (session);
  mp_follow (session, self, G_CALLBACK (queue_refresh), "selection", "as-of", "before",
             "hide-unchanged", "today", "measured", NULL);
  mp_follow (session, self, G_CALLBACK (agreement_changed_cb), "agreement", NULL);
  mp_follow (session, self, G_CALLBACK (matches_changed_cb), "matches", NULL);
  queue_refresh (self);
}
