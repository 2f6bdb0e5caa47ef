/* mp-entry-model.c: a list model of the entries that are shown or found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-entry-model.h"

#include "mp-agreement.h"
#include "mp-follow.h"
#include "mp-order.h"
#include "mp-session-words.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

struct _MpEntry {
  GObject parent_instance;
  MpItem item;
};

G_DEFINE_FINAL_TYPE (MpEntry, mp_entry, G_TYPE_OBJECT)

struct _MpEntryModel {
  GObject parent_instance;

  /* Owned */
  MpSession *session;
  GtkSorter *sorter; /* or NULL */
  guint32 *own;  /* what is listed, by the numbers of mp-order.h; NULL if that is all in order of
                    time */
  guint n_items; /* that are listed */
  gboolean found_only;
  gboolean follows;
  gboolean is_stale;                /* it has not followed the last changes */
  guint32 *positions[MP_N_COLUMNS]; /* the place of each item of the agreement when sorted by a
                                       column; NULL until needed */
};

static void mp_entry_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MpEntryModel, mp_entry_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, mp_entry_model_list_init))

/* --- Rows ------------------------------------------------------------------------------------- */

static void
mp_entry_class_init (MpEntryClass *klass)
{
  (void) klass;
}

static void
mp_entry_init (MpEntry *self)
{
  (void) self;
}

static MpEntry *
entry_new (MpItem item)
{
  MpEntry *entry = g_object_new (MP_TYPE_ENTRY, NULL);

  entry->item = item;
  return entry;
}

MpItem
mp_entry_get_item (MpEntry *self)
{
  g_return_val_if_fail (MP_IS_ENTRY (self), ((MpItem) { MP_ITEM_NONE, 0 }));
  return self->item;
}

static MpCertainty
certainty_of (MpAgreement *agreement, MpItem item)
{
  return item.kind == MP_ITEM_MILESTONE ? mp_agreement_milestones (agreement)->certainty[item.index]
                                        : mp_agreement_phases (agreement)->certainty[item.index];
}

static char *
title_of (MpAgreement *agreement, MpItem item)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  g_autofree char *term = NULL, *state = NULL;

  if (item.kind == MP_ITEM_MILESTONE)
    return mp_untrusted_text_limit_combining (
      mp_agreement_text (agreement, mp_agreement_milestones (agreement)->title[item.index]));
  term = mp_untrusted_text_isolate (
    mp_agreement_text (agreement,
                       mp_agreement_terms (agreement, NULL)[phases->term[item.index]].title),
    0);
  state = mp_untrusted_text_isolate (mp_agreement_text (agreement, phases->state[item.index]), 0);
  /* Translators: a term and the state that it is in. */
  return g_strdup_printf (C_ ("term", "%s: %s"), term, state);
}

static char *
status_of (MpSession *session, MpItem item)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpDate *as_of = mp_session_get_as_of (session);

  if (item.kind == MP_ITEM_MILESTONE)
    return mp_session_words_away (session, mp_item_earliest (agreement, item),
                                  mp_item_after (agreement, item));
  return g_strdup (mp_words_standing (
    mp_query_phase_status (agreement, item.index, as_of->earliest, as_of->after),
    mp_query_phase_basis (agreement, item.index), mp_session_is_as_of_future (session)));
}

char *
mp_entry_text (MpSession *session, MpItem item, MpColumn column)
{
  MpAgreement *agreement = mp_session_get_agreement (session);

  switch (column) {
  case MP_COLUMN_DATE:
    return item.kind == MP_ITEM_MILESTONE
             ? mp_words_date (agreement, mp_agreement_milestones (agreement)->date[item.index])
             : mp_words_phase_span (agreement, item.index);
  case MP_COLUMN_TITLE:
    return title_of (agreement, item);
  case MP_COLUMN_KIND:
    /* Translators: kinds of entries; a term is what binds a party, not a length of time */
    return g_strdup (item.kind == MP_ITEM_MILESTONE ? _ ("Milestone") : _ ("Term"));
  case MP_COLUMN_TOPIC:
    return g_strdup (mp_agreement_text (
      agreement, mp_agreement_topics (agreement, NULL)[mp_item_topic (agreement, item)].title));
  case MP_COLUMN_CERTAINTY:
    return g_strdup (mp_words_certainty (certainty_of (agreement, item)));
  case MP_COLUMN_STATUS:
  default:
    return status_of (session, item);
  }
}

const char *
mp_column_title (MpColumn column)
{
  /* Translators: columns of the list of entries; an entry is a milestone or a term */
  static const char *const titles[MP_N_COLUMNS] = { N_ ("Date"),  N_ ("Title"),     N_ ("Kind"),
                                                    N_ ("Topic"), N_ ("Certainty"), N_ ("Status") };

  return _ (titles[column]);
}

/* --- Order ------------------------------------------------------------------------------------ */

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  char *const *keys = data;

  return g_strcmp0 (keys[*(const guint32 *) a], keys[*(const guint32 *) b]);
}

/* The rank of each item by the text of a column. Comparing texts is slow; comparing ranks is fast.
 */
static guint32 *
rank_texts (MpEntryModel *self, MpColumn column)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);
  guint n = mp_order_n_items (agreement);
  g_autofree char **keys = g_new0 (char *, n + 1);
  g_autofree guint32 *order = g_new (guint32, n + 1);
  guint32 *positions = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++) {
    g_autofree char *text = mp_entry_text (self->session, mp_order_item_of (agreement, i), column);

    keys[i] = g_utf8_collate_key (text, -1);
    order[i] = i;
  }
  if (n > 0)
    g_qsort_with_data (order, (gint) n, sizeof *order, compare_keys, keys);
  for (guint32 i = 0; i < n; i++)
    positions[order[i]] =
      i > 0 && g_str_equal (keys[order[i]], keys[order[i - 1]]) ? positions[order[i - 1]] : i;
  for (guint32 i = 0; i < n; i++)
    g_free (keys[i]);
  return positions;
}

/* Compares by status: in force first, then possibly, then not. Milestones are compared by their
 * distance from the as-of date. */
static int
compare_status (MpEntryModel *self, MpItem a, MpItem b)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);
  const MpDate *as_of = mp_session_get_as_of (self->session);
  MpStatus x, y;

  if (a.kind != b.kind)
    return a.kind == MP_ITEM_PHASE ? -1 : 1;
  if (a.kind == MP_ITEM_MILESTONE)
    return mp_item_compare (agreement, a, b);
  x = mp_query_phase_status (agreement, a.index, as_of->earliest, as_of->after);
  y = mp_query_phase_status (agreement, b.index, as_of->earliest, as_of->after);
  return (int) y - (int) x;
}

int
mp_entry_model_compare (MpEntryModel *self, MpItem a, MpItem b, MpColumn column)
{
  MpAgreement *agreement;
  guint32 x, y;

  g_return_val_if_fail (MP_IS_ENTRY_MODEL (self), 0);

  agreement = mp_session_get_agreement (self->session);
  if (column == MP_COLUMN_DATE)
    return mp_item_compare (agreement, a, b);
  if (column == MP_COLUMN_KIND)
    return (int) a.kind - (int) b.kind;
  if (column == MP_COLUMN_CERTAINTY)
    return mp_certainty_compare (certainty_of (agreement, a), certainty_of (agreement, b));
  if (column == MP_COLUMN_STATUS)
    return compare_status (self, a, b);
  if (self->positions[column] == NULL)
    self->positions[column] = rank_texts (self, column);
  x = self->positions[column][mp_order_number_of (agreement, a)];
  y = self->positions[column][mp_order_number_of (agreement, b)];
  return x < y ? -1 : x > y;
}

/* A GtkSorter compares objects; two are enough, which stand for one pair of items after another. */
typedef struct {
  MpAgreement *agreement;
  GtkSorter *sorter;
  MpEntry *a;
  MpEntry *b;
} Scratch;

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  Scratch *scratch = data;

  scratch->a->item = mp_order_item_of (scratch->agreement, *(const guint32 *) a);
  scratch->b->item = mp_order_item_of (scratch->agreement, *(const guint32 *) b);
  return (int) gtk_sorter_compare (scratch->sorter, scratch->a, scratch->b);
}

/* Items that the sorter finds equal keep their order. */
static void
sort_items (MpEntryModel *self)
{
  g_autoptr (MpEntry) a = entry_new ((MpItem) { MP_ITEM_NONE, 0 });
  g_autoptr (MpEntry) b = entry_new ((MpItem) { MP_ITEM_NONE, 0 });
  Scratch scratch = { mp_session_get_agreement (self->session), self->sorter, a, b };

  if (self->own == NULL)
    self->own = g_memdup2 (mp_order_items (scratch.agreement), self->n_items * sizeof *self->own);
  g_qsort_with_data (self->own, (gint) self->n_items, sizeof *self->own, compare_items, &scratch);
}

/* --- Contents --------------------------------------------------------------------------------- */

static guint32
number_at (MpEntryModel *self, guint position)
{
  return self->own != NULL ? self->own[position]
                           : mp_order_items (mp_session_get_agreement (self->session))[position];
}

static MpItem
item_at (MpEntryModel *self, guint position)
{
  return mp_order_item_of (mp_session_get_agreement (self->session), number_at (self, position));
}

static gboolean
is_visible (MpAgreement *agreement, const MpVisibleSet *visible, MpItem item)
{
  return item.kind == MP_ITEM_MILESTONE
           ? mp_visible_set_has_milestone (visible, item.index)
           : mp_visible_set_has_term (visible, mp_agreement_phases (agreement)->term[item.index]);
}

/* Lists what the filter shows, in order of time. */
static void
list_visible (MpEntryModel *self)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);
  MpVisibleSet *visible = mp_session_get_visible_set (self->session);
  guint n_all = mp_order_n_items (agreement);
  const guint32 *order = mp_order_items (agreement);

  if (visible == NULL) {
    self->n_items = n_all;
    return;
  }
  self->own = g_new (guint32, mp_entry_model_count_visible (self) + 1);
  for (guint i = 0; i < n_all; i++)
    if (is_visible (agreement, visible, mp_order_item_of (agreement, order[i])))
      self->own[self->n_items++] = order[i];
}

/* Lists what was found, the best first. */
static void
list_found (MpEntryModel *self, const MpMatches *matches)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);

  self->n_items = matches->n_items;
  self->own = g_new (guint32, self->n_items + 1);
  for (guint i = 0; i < self->n_items; i++)
    self->own[i] = mp_order_number_of (agreement, matches->items[i]);
}

static void
list_items (MpEntryModel *self)
{
  MpMatches *matches = mp_session_get_matches (self->session);

  g_clear_pointer (&self->own, g_free);
  self->n_items = 0;
  if (mp_session_get_agreement (self->session) == NULL)
    return;
  if (matches != NULL && self->found_only)
    list_found (self, matches);
  else
    list_visible (self);
  if (self->sorter != NULL && gtk_sorter_get_order (self->sorter) != GTK_SORTER_ORDER_NONE &&
      self->n_items > 0)
    sort_items (self);
}

static void
list_anew (MpEntryModel *self)
{
  guint before = self->n_items;

  self->is_stale = FALSE;
  list_items (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_items);
}

static void
refill (MpEntryModel *self)
{
  if (self->follows)
    list_anew (self);
  else
    self->is_stale = TRUE;
}

/* The rows of another agreement are listed at once: the old ones are of items that it may not have.
 */
static void
agreement_changed_cb (MpEntryModel *self)
{
  for (MpColumn column = 0; column < MP_N_COLUMNS; column++)
    g_clear_pointer (&self->positions[column], g_free);
  list_anew (self);
}

static void
matches_changed_cb (MpEntryModel *self)
{
  if (self->found_only)
    refill (self);
}

void
mp_entry_model_set_follows (MpEntryModel *self, gboolean follows)
{
  g_return_if_fail (MP_IS_ENTRY_MODEL (self));

  self->follows = follows;
  if (follows && self->is_stale)
    list_anew (self);
}

guint
mp_entry_model_find (MpEntryModel *self, MpItem item)
{
  guint32 number;

  g_return_val_if_fail (MP_IS_ENTRY_MODEL (self), GTK_INVALID_LIST_POSITION);

  if (item.kind == MP_ITEM_NONE || self->n_items == 0)
    return GTK_INVALID_LIST_POSITION;
  number = mp_order_number_of (mp_session_get_agreement (self->session), item);
  for (guint i = 0; i < self->n_items; i++)
    if (number_at (self, i) == number)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* --- The list --------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *list)
{
  (void) list;
  return MP_TYPE_ENTRY;
}

static guint
get_n_items (GListModel *list)
{
  return MP_ENTRY_MODEL (list)->n_items;
}

static gpointer
get_item (GListModel *list, guint position)
{
  MpEntryModel *self = MP_ENTRY_MODEL (list);

  return position < self->n_items ? entry_new (item_at (self, position)) : NULL;
}

static void
mp_entry_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mp_entry_model_dispose (GObject *object)
{
  MpEntryModel *self = MP_ENTRY_MODEL (object);

  g_clear_object (&self->session);
  g_clear_object (&self->sorter);
  g_clear_pointer (&self->own, g_free);
  self->n_items = 0;
  for (MpColumn column = 0; column < MP_N_COLUMNS; column++)
    g_clear_pointer (&self->positions[column], g_free);
  G_OBJECT_CLASS (mp_entry_model_parent_class)->dispose (object);
}

static void
mp_entry_model_class_init (MpEntryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_entry_model_dispose;
}

static void
mp_entry_model_init (MpEntryModel *self)
{
  self->found_only = TRUE;
  self->follows = TRUE;
}

MpEntryModel *
mp_entry_model_new (MpSession *session)
{
  MpEntryModel *self = g_object_new (MP_TYPE_ENTRY_MODEL, NULL);

  self->session = g_object_ref (session);
  mp_follow (session, self, G_CALLBACK (agreement_changed_cb), "agreement", NULL);
  mp_follow (session, self, G_CALLBACK (refill), "visible-set", NULL);
  mp_follow (session, self, G_CALLBACK (matches_changed_cb), "matches", NULL);
  agreement_changed_cb (self);
  return self;
}

void
mp_entry_model_set_found_only (MpEntryModel *self, gboolean found_only)
{
  g_return_if_fail (MP_IS_ENTRY_MODEL (self));

  if (self->found_only == found_only)
    return;
  self->found_only = found_only;
  if (mp_session_get_matches (self->session) != NULL)
    refill (self);
}

guint
mp_entry_model_count_visible (MpEntryModel *self)
{
  MpAgreement *agreement;
  MpVisibleSet *visible;
  const MpTerm *terms;
  guint n_terms, count;

  g_return_val_if_fail (MP_IS_ENTRY_MODEL (self), 0);

  agreement = mp_session_get_agreement (self->session);
  if (agreement == NULL)
    return 0;
  visible = mp_session_get_visible_set (self->session);
  if (visible == NULL)
    return mp_order_n_items (agreement);
  terms = mp_agreement_terms (agreement, &n_terms);
  count = mp_bits_count (visible->milestones);
  for (guint32 i = 0; i < n_terms; i++)
    count += mp_bits_has (visible->terms, i) ? terms[i].phases.count : 0;
  return count;
}

void
mp_entry_model_set_sorter (MpEntryModel *self, GtkSorter *sorter)
{
  g_return_if_fail (MP_IS_ENTRY_MODEL (self));

  if (self->sorter != NULL)
    g_signal_handlers_disconnect_by_data (self->sorter, self);
  g_set_object (&self->sorter, sorter);
  if (sorter != NULL)
    g_signal_connect_object (sorter, "changed", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  refill (self);
}
