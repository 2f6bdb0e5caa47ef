/* mp-payments-card.c: takes assumptions, and shows what would be paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-payments-card.h"

#include "mp-agreement.h"
#include "mp-message.h"
#include "mp-payments-export.h"
#include "mp-payments-view.h"
#include "mp-text-label.h"
#include "mp-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define NOTES "mp-payments-notes"
#define SPACING 6

/* What was typed for a term. */
typedef struct {
  char *texts[MP_N_ASSUMPTIONS];
  gboolean is_open;
} Note;

struct _MpPaymentsCard {
  GtkBox parent_instance;

  /* Owned by the widget tree */
  GtkWidget *expander;
  GtkWidget *rows[MP_N_ASSUMPTIONS];
  GtkWidget *offers;
  GtkWidget *problem;
  GtkWidget *result; /* what is there if nothing is wrong: the next four */
  GtkWidget *view;
  GtkWidget *outcome;
  GtkWidget *values;

  MpSession *session;     /* owned */
  MpAgreement *agreement; /* owned; the one that is shown */
  MpWhatIf *what_if;      /* owned; NULL: something is missing or wrong */
  guint32 phase;
  Note *note; /* borrowed from the session's */
};

G_DEFINE_FINAL_TYPE (MpPaymentsCard, mp_payments_card, GTK_TYPE_BOX)

/* --- What is kept ----------------------------------------------------------------------------- */

static void
note_free (gpointer data)
{
  Note *note = data;

  for (guint i = 0; i < MP_N_ASSUMPTIONS; i++)
    g_free (note->texts[i]);
  g_free (note);
}

/* Returns what was typed for the term of a phase. It stays when the file is read again. */
static Note *
find_note (MpSession *session, MpAgreement *agreement, guint32 phase)
{
  GHashTable *notes = g_object_get_data (G_OBJECT (session), NOTES);
  guint32 term = mp_agreement_phases (agreement)->term[phase];
  g_autofree char *key = g_strconcat (
    mp_agreement_get_title (agreement), "\n",
    mp_agreement_text (agreement, mp_agreement_terms (agreement, NULL)[term].id), NULL);
  Note *note;

  if (notes == NULL) {
    notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, note_free);
    g_object_set_data_full (G_OBJECT (session), NOTES, notes, (GDestroyNotify) g_hash_table_unref);
  }
  note = g_hash_table_lookup (notes, key);
  if (note == NULL) {
    note = g_new0 (Note, 1);
    for (guint i = 0; i < MP_N_ASSUMPTIONS; i++)
      note->texts[i] = g_strdup ("");
    g_hash_table_insert (notes, g_steal_pointer (&key), note);
  }
  return note;
}

/* --- What follows ----------------------------------------------------------------------------- */

static void
set_problem (MpPaymentsCard *self, const char *sentence)
{
  mp_text_label_set (GTK_LABEL (self->problem), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence != NULL);
  gtk_widget_set_visible (self->result, sentence == NULL);
}

static void
mark (MpPaymentsCard *self, int wrong)
{
  for (int i = 0; i < MP_N_ASSUMPTIONS; i++) {
    if (i == wrong)
      gtk_widget_add_css_class (self->rows[i], "error");
    else
      gtk_widget_remove_css_class (self->rows[i], "error");
    gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->rows[i]), GTK_ACCESSIBLE_STATE_INVALID,
      i == wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  }
}

static void
show_result (MpPaymentsCard *self, const MpPayments *payments)
{
  MpPaymentsTerm term = mp_payments_term_get (self->agreement, self->phase);
  g_autofree char *outcome = mp_payments_outcome_words (payments);
  g_autofree char *time = mp_payments_time_words (self->agreement, &term, payments);
  g_autofree char *words = g_strdup_printf (_ ("Assumption, not a fact: %s"), outcome);
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < payments->n_years; i++) {
    g_autofree char *year = mp_payments_year_words (self->agreement, &term, &payments->years[i]);

    g_string_append (values, year);
    g_string_append_c (values, '\n');
  }
  g_string_append (values, time);
  mp_payments_view_show (MP_PAYMENTS_VIEW (self->view), self->agreement, self->what_if, words);
  mp_text_label_set (GTK_LABEL (self->outcome), words);
  mp_text_label_set (GTK_LABEL (self->values), values->str);
  set_problem (self, NULL);
}

/* Reads what is typed. What is missing is no mistake, and is only named. */
static void
update (MpPaymentsCard *self)
{
  MpPaymentsTerm term = mp_payments_term_get (self->agreement, self->phase);
  MpWhatIf read = { .phase = self->phase };
  MpAssumptionKind wrong = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpPayments) payments = NULL;

  g_clear_pointer (&self->what_if, mp_what_if_free);
  mark (self, -1);
  for (guint i = 0; i < MP_N_ASSUMPTIONS; i++) {
    MpAssumption one = { 0 };
    g_autoptr (GError) reason = NULL;

    if (*self->note->texts[i] == '\0')
      continue;
    if (!mp_assumption_parse (i, self->note->texts[i], mp_payments_unit (self->agreement, &term),
                              &one, &reason)) {
      g_autofree char *sentence = mp_message_sentence (reason->message);

      mark (self, (int) i);
      set_problem (self, sentence);
      return;
    }
    mp_assumption_clear (&one);
  }
  if (!mp_assumptions_parse ((const char *const *) self->note->texts,
                             mp_payments_unit (self->agreement, &term), &read.assumptions, &wrong,
                             &error)) {
    set_problem (self, _ ("Assume a base, a growth and a rate, each a number such as 20, or two "
                          "such as 15 to 20."));
    return;
  }
  self->what_if = g_memdup2 (&read, sizeof read);
  payments = mp_payments_of (self->agreement, self->what_if);
  if (payments != NULL)
    show_result (self, payments);
  else
    set_problem (self, _ ("It is not known when the term begins."));
}

static void
changed_cb (GtkEditable *row, MpPaymentsCard *self)
{
  if (self->note == NULL)
    return;
  for (guint i = 0; i < MP_N_ASSUMPTIONS; i++) {
    if (self->rows[i] != GTK_WIDGET (row))
      continue;
    g_free (self->note->texts[i]);
    self->note->texts[i] = g_strstrip (g_strdup (gtk_editable_get_text (row)));
  }
  update (self);
}

static void
expanded_cb (MpPaymentsCard *self)
{
  if (self->note != NULL)
    self->note->is_open = gtk_expander_get_expanded (GTK_EXPANDER (self->expander));
}

static void
export_cb (MpPaymentsCard *self)
{
  if (self->what_if != NULL)
    mp_payments_export (GTK_WIDGET (self), self->agreement, self->what_if,
                        mp_session_get_today (self->session));
}

/* --- Offers ----------------------------------------------------------------------------------- */

static void
offer_cb (GtkButton *button, MpPaymentsCard *self)
{
  const char *text = g_object_get_data (G_OBJECT (button), "mp-text");

  gtk_editable_set_text (GTK_EDITABLE (self->rows[MP_ASSUME_RATE]), text);
  gtk_widget_grab_focus (self->rows[MP_ASSUME_RATE]);
}

/* Offers a rate that the agreement has, with how well it is known and who says so. */
static void
add_offer (MpPaymentsCard *self, const MpAmount *amount)
{
  const MpCitation *citations = mp_agreement_citations (self->agreement);
  g_autofree char *source = NULL;
  g_autofree char *value = mp_words_amount (self->agreement, amount);
  g_autofree char *words = NULL;
  GtkWidget *button, *label;

  if (amount->citations.count == 0)
    return;
  source = mp_words_source (self->agreement, citations[amount->citations.first].source, FALSE);
  /* Translators: a rate such as "20 percent", how well it is known, and its source */
  words =
    g_strdup_printf (_ ("Use %s: %s, %s"), value, mp_words_certainty (amount->certainty), source);
  label = mp_text_label_new (words);
  gtk_widget_add_css_class (label, "caption");
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  g_object_set_data_full (G_OBJECT (button), "mp-text",
                          g_strdup_printf ("%.15g %% (%s, %s)", amount->value,
                                           mp_words_certainty (amount->certainty), source),
                          g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (offer_cb), self);
  gtk_box_append (GTK_BOX (self->offers), button);
}

static void
add_offers (MpPaymentsCard *self)
{
  MpRun run = mp_agreement_phases (self->agreement)->amounts[self->phase];
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->offers)) != NULL)
    gtk_box_remove (GTK_BOX (self->offers), child);
  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (mp_payments_is_rate (self->agreement, i))
      add_offer (self, &mp_agreement_amounts (self->agreement)[i]);
}

/* --- The card --------------------------------------------------------------------------------- */

static GtkWidget *
append (GtkWidget *box, GtkWidget *child)
{
  gtk_box_append (GTK_BOX (box), child);
  return child;
}

static GtkWidget *
result_new (MpPaymentsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *export = gtk_button_new_with_label (_ ("Export Chart…"));

  self->outcome = append (box, mp_text_label_new_selectable (NULL, "heading"));
  self->view = append (box, mp_payments_view_new ());
  self->values = append (box, mp_text_label_new_selectable (NULL, "caption"));
  gtk_widget_add_css_class (self->values, "numeric");
  gtk_widget_set_halign (export, GTK_ALIGN_START);
  g_signal_connect_object (export, "clicked", G_CALLBACK (export_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), export);
  return box;
}

static GtkWidget *
entries_new (MpPaymentsCard *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (MpAssumptionKind kind = 0; kind < MP_N_ASSUMPTIONS; kind++) {
    self->rows[kind] = adw_entry_row_new ();
    g_signal_connect_object (self->rows[kind], "changed", G_CALLBACK (changed_cb), self, 0);
    gtk_list_box_append (GTK_LIST_BOX (list), self->rows[kind]);
  }
  return list;
}

static void
mp_payments_card_dispose (GObject *object)
{
  MpPaymentsCard *self = MP_PAYMENTS_CARD (object);

  self->note = NULL;
  g_clear_pointer (&self->what_if, mp_what_if_free);
  g_clear_object (&self->agreement);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mp_payments_card_parent_class)->dispose (object);
}

static void
mp_payments_card_class_init (MpPaymentsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_payments_card_dispose;
}

static void
mp_payments_card_init (MpPaymentsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->expander = gtk_expander_new (_ ("Assumption, not a fact"));
  gtk_widget_set_hexpand (self->expander, TRUE);
  gtk_widget_set_margin_top (box, SPACING);
  gtk_box_append (GTK_BOX (box), entries_new (self));
  self->offers = append (box, gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  self->problem = append (box, mp_text_label_new (NULL));
  self->result = append (box, result_new (self));
  gtk_expander_set_child (GTK_EXPANDER (self->expander), box);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->expander);
}

GtkWidget *
mp_payments_card_new (MpSession *session)
{
  MpPaymentsCard *self = g_object_new (MP_TYPE_PAYMENTS_CARD, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
mp_payments_card_show (MpPaymentsCard *self, guint32 phase)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);
  MpPaymentsTerm term = mp_payments_term_get (agreement, phase);
  Note *note = find_note (self->session, agreement, phase);
  g_autofree char *base = g_strdup_printf (
    /* Translators: what is assumed, and its unit: "Base in the first year, USD" */
    C_ ("assumption", "%s, %s"), mp_assumption_title (MP_ASSUME_BASE),
    mp_payments_unit (agreement, &term));

  /* While the entries are filled, nothing is typed. */
  self->note = NULL;
  g_set_object (&self->agreement, agreement);
  self->phase = phase;
  for (MpAssumptionKind kind = 0; kind < MP_N_ASSUMPTIONS; kind++) {
    g_autofree char *share =
      g_strdup_printf (C_ ("assumption", "%s, %s"), mp_assumption_title (kind), _ ("percent"));

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[kind]),
                                   kind == MP_ASSUME_BASE ? base : share);
    gtk_editable_set_text (GTK_EDITABLE (self->rows[kind]), note->texts[kind]);
  }
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), note->is_open);
  self->note = note;
  add_offers (self);
  update (self);
}

void
mp_payments_add_row (MpDetailRows *rows, MpAgreement *agreement, guint32 phase)
{
  /* The same phase of another agreement is another row. */
  g_autofree char *identity = g_strdup_printf ("%p", (void *) agreement);

  if (mp_payments_term_get (agreement, phase).amount == MP_NONE)
    return;
  mp_detail_rows_add_heading (rows, _ ("What would the payments be?"));
  mp_detail_rows_add (rows, MP_DETAIL_PAYMENTS, identity, NULL)->number = phase;
}
