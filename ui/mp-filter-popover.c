/* mp-filter-popover.c: the popover in which filters are set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-filter-popover.h"

#include "mp-agreement.h"
#include "mp-follow.h"
#include "mp-scale.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* The criterion of a check button; its index is that of the topic, the party and so on. */
typedef enum {
  CRITERION_TOPIC,
  CRITERION_PARTY,
  CRITERION_CERTAINTY,
  CRITERION_IMPORTANCE,
  N_LISTS,
  CRITERION_IN_FORCE = N_LISTS,
  CRITERION_SPAN,
} Criterion;

struct _MpFilterPopover {
  GtkPopover parent_instance;

  /* Template */
  GtkBox *sections;

  /* Owned */
  MpSession *session;
  GPtrArray *checks[N_LISTS]; /* borrowed check buttons, by index */
  GtkCheckButton *in_force;   /* borrowed */
  GtkCheckButton *span;
  gboolean filling; /* the checks are being set from the filter, so their signals are ignored */
};

G_DEFINE_FINAL_TYPE (MpFilterPopover, mp_filter_popover, GTK_TYPE_POPOVER)

/* --- From the checks to the filter ------------------------------------------------------------ */

/* The indices that are checked; NULL if all are. */
static MpBits *
checked_bits (GPtrArray *checks)
{
  MpBits *bits = mp_bits_new (checks->len);

  for (guint i = 0; i < checks->len; i++)
    mp_bits_set (bits, i, gtk_check_button_get_active (g_ptr_array_index (checks, i)));
  if (mp_bits_count (bits) == checks->len)
    g_clear_pointer (&bits, mp_bits_unref);
  return bits;
}

/* The checks as a mask, shifted to the left; 0 if all are checked. If none is, the mask has a bit
 * that no entry has. */
static guint
checked_mask (GPtrArray *checks, guint shift)
{
  g_autoptr (MpBits) bits = checked_bits (checks);
  guint mask = 0;

  if (bits == NULL)
    return 0;
  for (guint i = 0; i < bits->length; i++)
    if (mp_bits_has (bits, i))
      mask |= 1u << (i + shift);
  return mask != 0 ? mask : 1u << 31;
}

static void
toggled_cb (MpFilterPopover *self)
{
  const MpFilter *old = mp_session_get_filter (self->session);
  g_autoptr (MpFilter) filter = NULL;

  if (self->filling)
    return;
  filter = mp_filter_copy (old);
  g_clear_pointer (&filter->topics, mp_bits_unref);
  g_clear_pointer (&filter->parties, mp_bits_unref);
  filter->topics = checked_bits (self->checks[CRITERION_TOPIC]);
  filter->parties = checked_bits (self->checks[CRITERION_PARTY]);
  filter->certainties = checked_mask (self->checks[CRITERION_CERTAINTY], 0);
  filter->importances = checked_mask (self->checks[CRITERION_IMPORTANCE], 1);
  filter->in_force = gtk_check_button_get_active (self->in_force);
  filter->has_span = gtk_check_button_get_active (self->span);
  /* The span is the one that was in view when the check was set: scrolling must not change what is
   * shown. */
  if (filter->has_span && (old == NULL || !old->has_span)) {
    filter->begin = mp_day_to_instant (mp_session_get_begin (self->session));
    filter->end = mp_day_to_instant (mp_session_get_end (self->session));
  }
  mp_session_set_filter (self->session, filter);
}

/* --- From the filter to the checks ------------------------------------------------------------ */

static gboolean
passes (const MpFilter *filter, Criterion criterion, guint index)
{
  if (filter == NULL)
    return TRUE;
  switch (criterion) {
  case CRITERION_TOPIC:
    return filter->topics == NULL || mp_bits_has (filter->topics, index);
  case CRITERION_PARTY:
    return filter->parties == NULL || mp_bits_has (filter->parties, index);
  case CRITERION_CERTAINTY:
    return filter->certainties == 0 || (filter->certainties & 1u << index) != 0;
  case CRITERION_IMPORTANCE:
    return filter->importances == 0 || (filter->importances & 1u << (index + 1)) != 0;
  case CRITERION_IN_FORCE:
  case CRITERION_SPAN:
  default:
    return TRUE;
  }
}

static void
filter_changed_cb (MpFilterPopover *self)
{
  const MpFilter *filter = mp_session_get_filter (self->session);

  self->filling = TRUE;
  for (Criterion criterion = 0; criterion < N_LISTS; criterion++)
    for (guint i = 0; i < self->checks[criterion]->len; i++)
      gtk_check_button_set_active (g_ptr_array_index (self->checks[criterion], i),
                                   passes (filter, criterion, i));
  if (self->in_force != NULL) {
    gtk_check_button_set_active (self->in_force, filter != NULL && filter->in_force);
    gtk_check_button_set_active (self->span, filter != NULL && filter->has_span);
  }
  self->filling = FALSE;
}

/* --- The checks ------------------------------------------------------------------------------ */

static GtkWidget *
add_check (MpFilterPopover *self, const char *text)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* GTK would choose two short lines as the narrowest layout; one line is easier to read. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->sections, check);
  return check;
}

static void
add_heading (MpFilterPopover *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->sections, label);
}

static void
add_to_list (MpFilterPopover *self, Criterion criterion, const char *text)
{
  g_ptr_array_add (self->checks[criterion], add_check (self, text));
}

static void
add_topics_and_parties (MpFilterPopover *self, MpAgreement *agreement)
{
  guint n_topics, n_parties;
  const MpTopic *topics = mp_agreement_topics (agreement, &n_topics);
  const MpParty *parties = mp_agreement_parties (agreement, &n_parties);

  if (n_topics > 1)
    add_heading (self, _ ("Topics"));
  for (guint i = 0; i < n_topics && n_topics > 1; i++)
    add_to_list (self, CRITERION_TOPIC, mp_agreement_text (agreement, topics[i].title));
  if (n_parties > 0)
    add_heading (self, _ ("Parties"));
  for (guint i = 0; i < n_parties; i++)
    add_to_list (self, CRITERION_PARTY, mp_agreement_text (agreement, parties[i].name));
}

static void
agreement_changed_cb (MpFilterPopover *self)
{
  /* Translators: how important a milestone is */
  static const char *const importances[] = { N_ ("High"), N_ ("Medium"), N_ ("Low") };
  MpAgreement *agreement = mp_session_get_agreement (self->session);
  GtkWidget *child;

  for (Criterion criterion = 0; criterion < N_LISTS; criterion++)
    g_ptr_array_set_size (self->checks[criterion], 0);
  self->in_force = self->span = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  if (agreement == NULL)
    return;
  /* Translators: a heading over filters by time */
  add_heading (self, _ ("Time"));
  self->in_force = GTK_CHECK_BUTTON (add_check (self, _ ("In force on the as-of date")));
  self->span = GTK_CHECK_BUTTON (add_check (self, _ ("In the time span in view now")));
  add_topics_and_parties (self, agreement);
  add_heading (self, _ ("How well it is known"));
  for (MpCertainty certainty = 0; certainty < MP_N_CERTAINTIES; certainty++)
    add_to_list (self, CRITERION_CERTAINTY, mp_words_certainty (certainty));
  add_heading (self, _ ("Importance of milestones"));
  for (guint i = 0; i < G_N_ELEMENTS (importances); i++)
    add_to_list (self, CRITERION_IMPORTANCE, _ (importances[i]));
  filter_changed_cb (self);
}

/* --- The class -------------------------------------------------------------------------------- */

static void
mp_filter_popover_dispose (GObject *object)
{
  MpFilterPopover *self = MP_FILTER_POPOVER (object);

  for (Criterion criterion = 0; criterion < N_LISTS; criterion++)
    g_clear_pointer (&self->checks[criterion], g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mp_filter_popover_parent_class)->dispose (object);
}

static void
mp_filter_popover_class_init (MpFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_filter_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MpFilterPopover, sections);
}

static void
mp_filter_popover_init (MpFilterPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (Criterion criterion = 0; criterion < N_LISTS; criterion++)
    self->checks[criterion] = g_ptr_array_new ();
}

GtkWidget *
mp_filter_popover_new (MpSession *session)
{
  MpFilterPopover *self = g_object_new (MP_TYPE_FILTER_POPOVER, NULL);

  self->session = g_object_ref (session);
  mp_follow (session, self, G_CALLBACK (agreement_changed_cb), "agreement", NULL);
  mp_follow (session, self, G_CALLBACK (filter_changed_cb), "filter", NULL);
  agreement_changed_cb (self);
  return GTK_WIDGET (self);
}
