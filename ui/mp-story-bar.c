/* mp-story-bar.c: the caption of a step, with its progress and its buttons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-story-bar.h"

#include "mp-agreement.h"
#include "mp-direction.h"
#include "mp-follow.h"
#include "mp-open-address.h"
#include "mp-story-words.h"
#include "mp-text-label.h"
#include "mp-untrusted-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Above this number of steps, progress is one bar without buttons. */
#define MOST_SEGMENTS 40

/* The lines under the title that are shown at once: three of text and one or two of sources; where
 * the window is narrower than that many logical pixels, more. What is longer scrolls. */
#define LINES 5
#define NARROW_LINES 12
#define NARROW 600

/* The letters for which a title of a step has room at least, or it is left out with all others. */
#define TITLE_CHARS 9

struct _MpStoryBar {
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkBox *titled;   /* a segment for each step, with its title */
  GtkBox *untitled; /* the same without */
  AdwSqueezer *segments;
  GtkProgressBar *progress; /* in place of both */
  GtkLabel *title;
  GtkWidget *row; /* the text between the buttons */
  AdwClamp *clamp;
  GtkScrolledWindow *scroller;
  GtkWidget *content;
  GtkLabel *text;
  GtkLabel *sources;
  GtkWidget *previous;
  GtkWidget *next;
  GtkButton *resume;

  /* Owned */
  MpPlayer *player;
  MpAgreement *agreement; /* whose segments there are, or NULL */
};

G_DEFINE_FINAL_TYPE (MpStoryBar, mp_story_bar, GTK_TYPE_WIDGET)

/* --- Progress --------------------------------------------------------------------------------- */

static GtkWidget *
segment_new (MpAgreement *agreement, const MpStep *step, int index, gboolean has_title)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *title = mp_agreement_text (agreement, step->title);
  g_autofree char *isolated = mp_untrusted_text_isolate (title, 0);
  /* Translators: the number of a step of a story, and its title. */
  g_autofree char *words = g_strdup_printf (C_ ("step", "%'d %s"), index + 1, isolated);

  gtk_widget_add_css_class (line, "line");
  gtk_box_append (GTK_BOX (box), line);
  if (has_title) {
    GtkWidget *label = gtk_label_new (words);

    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_width_chars (GTK_LABEL (label), TITLE_CHARS);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.story-go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return button;
}

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Makes a segment for each step of another agreement. */
static void
make_segments (MpStoryBar *self)
{
  MpAgreement *agreement = mp_player_get_agreement (self->player);
  guint length;
  const MpStep *steps = mp_agreement_story (agreement, &length);

  if (!g_set_object (&self->agreement, agreement))
    return;
  empty (self->titled);
  empty (self->untitled);
  gtk_widget_set_visible (GTK_WIDGET (self->segments), length <= MOST_SEGMENTS);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), length > MOST_SEGMENTS);
  for (guint i = 0; i < length && length <= MOST_SEGMENTS; i++) {
    gtk_box_append (self->titled, segment_new (agreement, &steps[i], (int) i, TRUE));
    gtk_box_append (self->untitled, segment_new (agreement, &steps[i], (int) i, FALSE));
  }
}

static void
mark (GtkWidget *widget, const char *css_class, gboolean marked)
{
  if (marked)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Fills the segments up to the present one. */
static void
fill_segments (GtkBox *box, int step)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  for (int i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child)) {
    mark (child, "reached", i <= step);
    mark (child, "present", i == step);
    if (i == step)
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_SELECTED, TRUE, -1);
    else
      gtk_accessible_reset_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_SELECTED);
  }
}

/* --- The step --------------------------------------------------------------------------------- */

static void
show_words (MpStoryBar *self)
{
  g_autofree char *text = mp_story_words_text (self->player);
  g_autofree char *sources = mp_story_words_sources (self->player);
  g_autofree char *place = mp_story_words_place (self->player);
  const char *title =
    mp_agreement_text (self->agreement, mp_player_get_words (self->player)->title);
  /* Translators: the button that goes on with a story where the user has left it. */
  g_autofree char *resume =
    g_strdup_printf (_ ("Back to Step %'d"), mp_player_get_step (self->player) + 1);

  mp_text_label_set (self->title, title);
  gtk_label_set_markup (self->text, text);
  gtk_label_set_markup (self->sources, sources);
  gtk_widget_set_visible (GTK_WIDGET (self->sources), *sources != '\0');
  gtk_button_set_label (self->resume, resume);
  gtk_progress_bar_set_text (self->progress, place);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
step_changed_cb (MpStoryBar *self)
{
  int step = mp_player_get_step (self->player);
  int n_steps = (int) mp_player_get_n_steps (self->player);

  gtk_widget_set_visible (self->box, step >= 0);
  if (step < 0)
    return;
  make_segments (self);
  fill_segments (self->titled, step);
  fill_segments (self->untitled, step);
  gtk_progress_bar_set_fraction (self->progress, (step + 1.0) / n_steps);
  gtk_widget_set_sensitive (self->previous, step > 0);
  gtk_widget_set_sensitive (self->next, step < n_steps - 1);
  show_words (self);
}

static void
paused_changed_cb (MpStoryBar *self)
{
  gboolean paused = mp_player_is_paused (self->player);

  gtk_widget_set_visible (GTK_WIDGET (self->resume), paused);
  gtk_widget_set_visible (self->next, !paused);
}

/* A swipe on the caption turns the page. */
static void
swiped_cb (MpStoryBar *self, double velocity_x, double velocity_y)
{
  gboolean is_rtl = mp_direction_of (self) == MP_TEXT_DIRECTION_RTL;

  if (ABS (velocity_x) > ABS (velocity_y))
    gtk_widget_activate_action (
      GTK_WIDGET (self), (velocity_x < 0) != is_rtl ? "win.story-next" : "win.story-previous",
      NULL);
}

/* --- The widget ------------------------------------------------------------------------------- */

static GtkSizeRequestMode
mp_story_bar_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
least (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* How much higher than its least the text is in a bar of a width. A scrolled window does not ask
 * its child for a height at a width. */
static int
text_above_least (MpStoryBar *self, int width)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);
  int beside = least (self->row, GTK_ORIENTATION_HORIZONTAL, -1) -
               least (scroller, GTK_ORIENTATION_HORIZONTAL, -1);
  int text = MAX (MIN (width - beside, adw_clamp_get_maximum_size (self->clamp)),
                  least (self->content, GTK_ORIENTATION_HORIZONTAL, -1));

  return MAX (least (self->content, GTK_ORIENTATION_VERTICAL, text) -
                least (scroller, GTK_ORIENTATION_VERTICAL, -1),
              0);
}

static int
line_height (MpStoryBar *self)
{
  PangoFontMetrics *metrics =
    pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self->text)), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static void
mp_story_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  MpStoryBar *self = MP_STORY_BAR (widget);
  int lines = for_size < NARROW ? NARROW_LINES : LINES;

  (void) minimum_baseline;
  (void) natural_baseline;
  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0 && *minimum > 0)
    *natural = *minimum + MIN (text_above_least (self, for_size), line_height (self) * (lines - 1));
}

static void
mp_story_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpStoryBar *self = MP_STORY_BAR (widget);

  if (gtk_widget_should_layout (self->box))
    gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

static void
mp_story_bar_dispose (GObject *object)
{
  MpStoryBar *self = MP_STORY_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->player);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (mp_story_bar_parent_class)->dispose (object);
}

static void
mp_story_bar_class_init (MpStoryBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_story_bar_dispose;
  widget_class->get_request_mode = mp_story_bar_get_request_mode;
  widget_class->measure = mp_story_bar_measure;
  widget_class->size_allocate = mp_story_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "storybar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-story-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, box);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, titled);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, untitled);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, segments);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, progress);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, title);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, row);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, clamp);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, content);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, text);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, sources);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, previous);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, next);
  gtk_widget_class_bind_template_child (widget_class, MpStoryBar, resume);
}

static void
mp_story_bar_init (MpStoryBar *self)
{
  GtkGesture *swipe = gtk_gesture_swipe_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Story"),
                                  -1);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect_object (swipe, "swipe", G_CALLBACK (swiped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
  g_signal_connect (self->text, "activate-link", G_CALLBACK (mp_open_address), NULL);
}

void
mp_story_bar_set_player (MpStoryBar *self, MpPlayer *player)
{
  g_return_if_fail (MP_IS_STORY_BAR (self));
  g_return_if_fail (self->player == NULL);

  self->player = g_object_ref (player);
  mp_follow (player, self, G_CALLBACK (step_changed_cb), "step", NULL);
  mp_follow (player, self, G_CALLBACK (paused_changed_cb), "paused", NULL);
  step_changed_cb (self);
}
