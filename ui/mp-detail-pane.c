/* mp-detail-pane.c: the details of what is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-pane.h"

#include "mp-agreement.h"
#include "mp-cited-text.h"
#include "mp-detail-agreement.h"
#include "mp-detail-column.h"
#include "mp-detail-compare.h"
#include "mp-detail-facts.h"
#include "mp-detail-item.h"
#include "mp-follow.h"

/* Another thing is shown from its top: so many rows, which fill a pane of usual height, in the next
 * frame, and so many more with each frame after it. */
#define FIRST_ROWS 14
#define MORE_ROWS 6

/* How many frames the pane may be behind the chart while something changes with every frame. */
#define FRAMES_BEHIND 6

struct _MpDetailPane {
  AdwBin parent_instance;

  /* Template */
  GtkScrolledWindow *scroller;
  GtkBox *content;

  /* Owned */
  MpSession *session;
  MpDetailRows *rows;
  MpDetailColumn *column;
  MpDetailFacts facts;  /* what the rows were described from */
  guint tick;           /* the tick callback that will update it, or 0 */
  gboolean has_changed; /* what it tells about, since the last tick */
  guint n_behind;       /* for so many frames it has not told what there is */
  gboolean was_painted; /* since it is shown */
  gboolean incomplete;  /* rows are still to be shown */
  MpStop stop;          /* where going back or forward has led to, to be shown */
  gboolean has_stop;
  gboolean highlights_stale; /* the highlighted words are those of another search */
};

G_DEFINE_FINAL_TYPE (MpDetailPane, mp_detail_pane, ADW_TYPE_BIN)

/* --- The rows --------------------------------------------------------------------------------- */

static GPtrArray *
describe (MpDetailPane *self, gboolean is_new)
{
  mp_detail_rows_begin (self->rows, is_new);
  if (self->facts.agreement == NULL)
    return mp_detail_rows_end (self->rows);
  if (self->facts.item.kind != MP_ITEM_NONE)
    mp_detail_add_item (self->rows, self->session, self->facts.item);
  else if (self->facts.comparing)
    mp_detail_add_comparison (self->rows, self->session);
  else
    mp_detail_add_agreement (self->rows, self->session);
  return mp_detail_rows_end (self->rows);
}

/* The widget inside the content that has the focus, or NULL. */
static GtkWidget *
get_focus (MpDetailPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->content)) ? focus : NULL;
}

/* Shows rows of the same thing as before. The pane keeps its place. If the widget with the focus
 * goes away, or passes the focus on, then to what is now where it was. */
static void
show_same (MpDetailPane *self, gboolean passes_focus)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double place = gtk_adjustment_get_value (adjustment);
  g_autoptr (GPtrArray) rows = describe (self, FALSE);
  GtkWidget *focus = get_focus (self);
  guint index = focus != NULL ? mp_detail_column_find (self->column, focus) : 0;

  mp_detail_column_show (self->column, rows, G_MAXUINT);
  self->incomplete = FALSE;
  if (focus != NULL && (passes_focus || get_focus (self) == NULL)) {
    focus = mp_detail_column_get (self->column, index);
    if (focus == NULL ||
        (!gtk_widget_grab_focus (focus) && !gtk_widget_child_focus (focus, GTK_DIR_TAB_FORWARD)))
      gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
  }
  /* Do this last: focusing a widget without an allocation scrolls to the top. */
  gtk_adjustment_set_value (adjustment, place);
}

/* Shows the first rows of another thing, from its top. */
static void
show_new (MpDetailPane *self)
{
  g_autoptr (GPtrArray) rows = describe (self, TRUE);

  /* The widget with the focus goes away, or shows something else; keep the focus in the pane. */
  if (get_focus (self) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
  mp_detail_column_show (self->column, rows, FIRST_ROWS);
  self->incomplete = rows->len > FIRST_ROWS;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_all (MpDetailPane *self)
{
  while (self->incomplete)
    self->incomplete = mp_detail_column_show_more (self->column, MORE_ROWS);
}

/* Gives the focus to the row of a stop. What was opened there may be closed now; then to the first
 * row about the same entry. */
static void
show_stop (MpDetailPane *self)
{
  guint row = self->stop.row;
  GtkWidget *widget;

  self->has_stop = FALSE;
  if (!mp_item_equal (self->stop.selection, self->facts.item))
    return;
  if (!mp_item_equal (mp_detail_column_get_item (self->column, row), self->stop.item))
    row = mp_detail_column_find_item (self->column, self->stop.item);
  show_all (self);
  widget = mp_detail_column_get (self->column, row);
  if (widget == NULL)
    return;
  if (!gtk_widget_grab_focus (widget))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  mp_detail_column_scroll_to (self->column, widget, self->scroller);
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
    if (is_new)
      show_new (self);
    else
      show_same (self, FALSE);
  } else {
    mp_detail_facts_clear (&facts);
    if (self->incomplete)
      self->incomplete = mp_detail_column_show_more (self->column, MORE_ROWS);
  }
  if (self->highlights_stale)
    mp_detail_column_highlight (self->column);
  self->highlights_stale = FALSE;
  if (self->has_stop)
    show_stop (self);
}

/* --- When it is updated ----------------------------------------------------------------------- */

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MpDetailPane *self = MP_DETAIL_PANE (widget);

  (void) clock;
  (void) data;
  if (self->was_painted && self->has_changed && self->n_behind < FRAMES_BEHIND) {
    self->has_changed = FALSE;
    self->n_behind++;
    return G_SOURCE_CONTINUE;
  }
  self->has_changed = FALSE;
  self->n_behind = 0;
  /* A pane that is not shown is updated once it is. */
  if (self->was_painted)
    refresh (self);
  if (self->was_painted && self->incomplete)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Updates the pane once before a layout, however much changes until then. */
static void
queue_refresh (MpDetailPane *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* The chart answers first, the pane in the frame after that: laying out its text takes longer than
 * all of the chart. While the user drags a date it follows every few frames. */
static void
changed_cb (MpDetailPane *self)
{
  self->has_changed = TRUE;
  queue_refresh (self);
}

static void
stopped_cb (MpDetailPane *self, const MpStop *stop)
{
  self->stop = *stop;
  self->has_stop = TRUE;
  changed_cb (self);
}

static void
matches_changed_cb (MpDetailPane *self)
{
  self->highlights_stale = TRUE;
  changed_cb (self);
}

/* The cards refer to items of the old agreement and must not be clicked any more. */
static void
agreement_changed_cb (MpDetailPane *self)
{
  mp_detail_facts_clear (&self->facts);
  show_new (self);
  queue_refresh (self);
}

/* --- Actions ---------------------------------------------------------------------------------- */

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  mp_session_compare (MP_DETAIL_PANE (widget)->session);
}

/* The focus goes from the button to the first item that came. */
static void
more_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpDetailPane *self = MP_DETAIL_PANE (widget);

  (void) name;
  mp_detail_rows_ask (self->rows, g_variant_get_uint32 (parameter));
  show_same (self, TRUE);
}

/* The focus stays on the group, whose entries come or go below it. */
static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpDetailPane *self = MP_DETAIL_PANE (widget);

  (void) name;
  mp_detail_rows_toggle (self->rows, g_variant_get_uint32 (parameter));
  show_same (self, FALSE);
}

/* Where the user is in the panel. item: what is followed, which tells the row that is about it. */
static MpStop
get_stop (MpDetailPane *self, MpItem item)
{
  GtkWidget *focus = get_focus (self);
  MpStop stop = { mp_session_get_selection (self->session), G_MAXUINT, item };

  if (focus != NULL)
    stop.row = mp_detail_column_find (self->column, focus);
  if (item.kind == MP_ITEM_NONE)
    stop.item = mp_detail_column_get_item (self->column, stop.row);
  return stop;
}

/* Remembers that the user has come from a view and a stop to where the session is now. */
static void
remember (MpDetailPane *self, MpView view, MpStop from, MpStop to)
{
  MpViewHistory *history = mp_session_get_history (self->session);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  mp_view_history_visit (history, view, MP_VISIT_STEP,
                         clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0);
  mp_view_history_follow (history, mp_session_get_goal (self->session), from, to);
}

/* Goes to the source with a number. A source whose address is known takes the focus. */
static void
source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpDetailPane *self = MP_DETAIL_PANE (widget);
  MpStop from = get_stop (self, (MpItem) { MP_ITEM_NONE, 0 });
  GtkWidget *source;

  (void) name;
  show_all (self);
  source = mp_detail_column_find_source (self->column, g_variant_get_uint32 (parameter));
  if (source == NULL)
    return;
  gtk_widget_child_focus (source, GTK_DIR_TAB_FORWARD);
  mp_detail_column_scroll_to (self->column, source, self->scroller);
  remember (
    self, mp_session_get_goal (self->session), from,
    (MpStop) { from.selection, mp_detail_column_find (self->column, source), { MP_ITEM_NONE, 0 } });
}

static void
follow (MpDetailPane *self, MpItem item)
{
  MpStop from = get_stop (self, item);
  MpView view = mp_session_get_goal (self->session);

  if (mp_item_equal (item, from.selection))
    return;
  mp_session_set_selection (self->session, item);
  mp_session_reveal_selection (self->session);
  remember (self, view, from, (MpStop) { item, G_MAXUINT, { MP_ITEM_NONE, 0 } });
}

static void
follow_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint32 kind, index;

  (void) name;
  g_variant_get (parameter, "(uu)", &kind, &index);
  follow (MP_DETAIL_PANE (widget), (MpItem) { (MpItemKind) kind, index });
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  follow (MP_DETAIL_PANE (widget),
          (MpItem) { MP_ITEM_MILESTONE, g_variant_get_uint32 (parameter) });
}

/* --- The class -------------------------------------------------------------------------------- */

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
  GtkWidget *child;

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  while (self->content != NULL &&
         (child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  g_clear_pointer (&self->column, mp_detail_column_free);
  g_clear_pointer (&self->rows, mp_detail_rows_free);
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
  gtk_widget_class_install_action (widget_class, MP_DETAIL_COMPARE, NULL, compare_action);
  gtk_widget_class_install_action (widget_class, MP_DETAIL_MORE, "u", more_action);
  gtk_widget_class_install_action (widget_class, MP_DETAIL_OPEN, "u", open_action);
  gtk_widget_class_install_action (widget_class, MP_DETAIL_FOLLOW, "(uu)", follow_action);
  gtk_widget_class_install_action (widget_class, MP_DETAIL_READ, "u", read_action);
  gtk_widget_class_install_action (widget_class, MP_CITED_TEXT_SOURCE, "u", source_action);
}

static void
mp_detail_pane_init (MpDetailPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = mp_detail_rows_new ();
}

void
mp_detail_pane_set_session (MpDetailPane *self, MpSession *session)
{
  g_return_if_fail (MP_IS_DETAIL_PANE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->column = mp_detail_column_new (self->content, session);
  mp_follow (session, self, G_CALLBACK (changed_cb), "selection", "as-of", "before",
             "hide-unchanged", "today", "measured", NULL);
  mp_follow (session, self, G_CALLBACK (agreement_changed_cb), "agreement", NULL);
  g_signal_connect_object (mp_session_get_history (session), "stopped", G_CALLBACK (stopped_cb),
                           self, G_CONNECT_SWAPPED);
  mp_follow (session, self, G_CALLBACK (matches_changed_cb), "matches", NULL);
  queue_refresh (self);
}

gboolean
mp_detail_pane_is_complete (MpDetailPane *self)
{
  g_return_val_if_fail (MP_IS_DETAIL_PANE (self), FALSE);
  return self->was_painted && self->tick == 0;
}
