/* mp-detail-rows.c: what the details tell, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-rows.h"

#include "mp-agreement.h"

#include <glib/gi18n-lib.h>

/* How many items of a list are added at first, even if the lists before it have used up the budget.
 */
#define LEAST 6

/* How many more items a click on the button brings. */
#define MORE 100

static const guint budgets[MP_DETAIL_N_BUDGETS] = {
  [MP_DETAIL_CARDS] = 36, [MP_DETAIL_SOURCES] = 100
};

/* One list: how many items it has, how many of them are described now, and how many the user has
 * asked for. */
typedef struct {
  guint n_items;
  guint n_now;
  guint n_asked;
} List;

struct _MpDetailRows {
  GPtrArray *rows;                 /* MpDetailRow */
  guint room[MP_DETAIL_N_BUDGETS]; /* what is left of the budgets */
  GArray *lists;                   /* List, by the order in which they begin */
  guint n_begun;                   /* how many have begun */
  guint32 open;                    /* a bit for each group: whether it is open */
};

/* --- One row ---------------------------------------------------------------------------------- */

static void
clear_line (gpointer line)
{
  MpDetailLine *it = line;

  g_free (it->text);
  g_free (it->cites);
}

static void
free_row (gpointer data)
{
  MpDetailRow *row = data;

  g_array_unref (row->lines);
  g_free (row->name);
  g_free (row);
}

static const MpDetailLine *
get_line (const MpDetailRow *row, guint line)
{
  return &g_array_index (row->lines, MpDetailLine, line);
}

const char *
mp_detail_row_text (const MpDetailRow *row, guint line)
{
  return get_line (row, line)->text;
}

void
mp_detail_row_add_line (MpDetailRow *row, const char *text, const char *look)
{
  MpDetailLine line = { look, g_strdup (text), NULL };

  g_array_append_val (row->lines, line);
}

void
mp_detail_row_take_cites (MpDetailRow *row, char *numbers)
{
  g_array_index (row->lines, MpDetailLine, row->lines->len - 1).cites = numbers;
}

gboolean
mp_detail_row_has_shape_of (const MpDetailRow *a, const MpDetailRow *b)
{
  if (a->kind != b->kind || a->lines->len != b->lines->len || g_strcmp0 (a->look, b->look) != 0)
    return FALSE;
  for (guint i = 0; i < a->lines->len; i++)
    if (g_strcmp0 (get_line (a, i)->look, get_line (b, i)->look) != 0 ||
        (get_line (a, i)->text == NULL) != (get_line (b, i)->text == NULL))
      return FALSE;
  return TRUE;
}

gboolean
mp_detail_row_equal (gconstpointer a, gconstpointer b)
{
  const MpDetailRow *first = a, *second = b;

  if (!mp_detail_row_has_shape_of (first, second) || first->color != second->color ||
      !mp_item_equal (first->item, second->item) || first->number != second->number ||
      first->is_open != second->is_open || g_strcmp0 (first->name, second->name) != 0)
    return FALSE;
  for (guint i = 0; i < first->lines->len; i++)
    if (g_strcmp0 (get_line (first, i)->text, get_line (second, i)->text) != 0 ||
        g_strcmp0 (get_line (first, i)->cites, get_line (second, i)->cites) != 0)
      return FALSE;
  return TRUE;
}

guint
mp_detail_row_hash (gconstpointer data)
{
  const MpDetailRow *row = data;
  guint hash = (guint) row->kind * 31 + row->item.index;

  for (guint i = 0; i < row->lines->len; i++)
    if (get_line (row, i)->text != NULL)
      hash = hash * 31 + g_str_hash (get_line (row, i)->text);
  return hash;
}

/* --- The rows --------------------------------------------------------------------------------- */

MpDetailRows *
mp_detail_rows_new (void)
{
  MpDetailRows *self = g_new0 (MpDetailRows, 1);

  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->lists = g_array_new (FALSE, TRUE, sizeof (List));
  return self;
}

void
mp_detail_rows_free (MpDetailRows *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->lists);
  g_free (self);
}

void
mp_detail_rows_begin (MpDetailRows *self, gboolean is_new)
{
  for (guint i = 0; i < MP_DETAIL_N_BUDGETS; i++)
    self->room[i] = budgets[i];
  self->n_begun = 0;
  if (!is_new)
    return;
  g_array_set_size (self->lists, 0);
  self->open = 0;
}

GPtrArray *
mp_detail_rows_end (MpDetailRows *self)
{
  GPtrArray *rows = self->rows;

  self->rows = g_ptr_array_new_with_free_func (free_row);
  return rows;
}

MpDetailRow *
mp_detail_rows_add (MpDetailRows *self, MpDetailKind kind, const char *text, const char *look)
{
  MpDetailRow *row = g_new0 (MpDetailRow, 1);

  row->kind = kind;
  row->lines = g_array_new (FALSE, FALSE, sizeof (MpDetailLine));
  g_array_set_clear_func (row->lines, clear_line);
  mp_detail_row_add_line (row, text, look);
  g_ptr_array_add (self->rows, row);
  return row;
}

void
mp_detail_rows_add_text (MpDetailRows *self, const char *text, const char *look)
{
  if (text != NULL && *text != '\0')
    mp_detail_rows_add (self, MP_DETAIL_TEXT, text, look);
}

void
mp_detail_rows_add_heading (MpDetailRows *self, const char *text)
{
  mp_detail_rows_add (self, MP_DETAIL_HEADING, text, NULL);
}

void
mp_detail_rows_add_topic (MpDetailRows *self, MpAgreement *agreement, guint32 topic,
                          const char *remark)
{
  const MpTopic *it = &mp_agreement_topics (agreement, NULL)[topic];
  MpDetailRow *row =
    mp_detail_rows_add (self, MP_DETAIL_TOPIC, mp_agreement_text (agreement, it->title), NULL);

  row->color = it->color;
  mp_detail_row_add_line (row, remark, NULL);
}

MpDetailRow *
mp_detail_rows_add_card (MpDetailRows *self, MpItem item, MpColor color, const char *title,
                         const char *before, const char *text, const char *note)
{
  MpDetailRow *row = mp_detail_rows_add (self, MP_DETAIL_CARD, title, NULL);

  row->item = item;
  row->color = color;
  mp_detail_row_add_line (row, before, NULL);
  mp_detail_row_add_line (row, text, NULL);
  mp_detail_row_add_line (row, note, NULL);
  return row;
}

MpDetailRow *
mp_detail_rows_add_item (MpDetailRows *self, MpAgreement *agreement, MpItem item, const char *title,
                         const char *text, const char *note)
{
  MpColor color = mp_agreement_topics (agreement, NULL)[mp_item_topic (agreement, item)].color;

  return mp_detail_rows_add_card (self, item, color, title, NULL, text, note);
}

/* --- Lists ------------------------------------------------------------------------------------ */

guint
mp_detail_rows_begin_list (MpDetailRows *self, MpDetailBudget budget, guint n_items)
{
  List *list;

  if (self->lists->len <= self->n_begun)
    g_array_set_size (self->lists, self->n_begun + 1);
  list = &g_array_index (self->lists, List, self->n_begun++);
  list->n_items = n_items;
  list->n_now = MIN (n_items, MAX (MAX (self->room[budget], LEAST), list->n_asked));
  self->room[budget] -= MIN (list->n_now, self->room[budget]);
  return list->n_now;
}

void
mp_detail_rows_end_list (MpDetailRows *self)
{
  guint number = self->n_begun - 1;
  const List *list = &g_array_index (self->lists, List, number);
  guint left = list->n_items - list->n_now;
  g_autofree char *words = NULL;

  if (left == 0)
    return;
  if (left <= MORE)
    words = g_strdup_printf (ngettext ("Show %'u More", "Show %'u More", left), left);
  else
    /* Translators: how many of a list a click brings, and how many are not shown yet. */
    words = g_strdup_printf (
      ngettext ("Show %'u More of %'u", "Show %'u More of %'u", (gulong) left), (guint) MORE, left);
  mp_detail_rows_add (self, MP_DETAIL_BUTTONS, words, MP_DETAIL_MORE)->number = number;
}

void
mp_detail_rows_ask (MpDetailRows *self, guint number)
{
  List *list;

  g_return_if_fail (number < self->lists->len);

  list = &g_array_index (self->lists, List, number);
  list->n_asked = list->n_now + MORE;
}

/* --- Groups ----------------------------------------------------------------------------------- */

gboolean
mp_detail_rows_add_group (MpDetailRows *self, guint number, const char *title, const char *names,
                          guint count)
{
  gboolean is_open = (self->open >> number & 1) != 0;
  MpDetailRow *row = mp_detail_rows_add (self, MP_DETAIL_GROUP, title, NULL);

  row->is_open = is_open;
  row->number = count;
  row->item.index = number;
  mp_detail_row_add_line (row, names, NULL);
  return is_open;
}

void
mp_detail_rows_toggle (MpDetailRows *self, guint group)
{
  self->open ^= 1U << group;
}
