/* mp-compose-events.c: milestones above the axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pivot has its title and what it was beside its line. Other milestones have a stem with their
 * title and date; no stem crosses words. Those that have no room are counted: by cells of the
 * calendar above the axis where rows are dense, else in a sentence.
 */
#include "config.h"

#include "mp-compose-private.h"

#include "mp-agreement.h"
#include "mp-array.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* In design pixels of small words that are 16 high. */
#define LANE 22
#define STEM 1.5
#define STEM_GAP 7
#define DISC 6
#define BAND 20  /* in which the discs stand */
#define CELLS 24 /* the height of the highest cell */
#define WORDS_GAP 10
#define LEAST_STRETCH 12 /* a shorter one is drawn as a disc */

#define MAX_LANES 5
#define MAX_LANES_UNDER 2 /* under the words beside the pivot */
#define MAX_LABELS 24
#define MAX_TRIES 200 /* more events have no room, wherever they are */
#define FEW 10        /* lesser events are labelled too if there are no more in all */
#define N_CELLS 80    /* at most about so many */
#define MOST_LINES 2  /* of the summary of the pivot */

/* A milestone with a label. Heights count upwards from the foot of the lanes. */
typedef struct {
  guint event; /* in the story's events; MP_NONE for the pivot */
  guint32 milestone;
  double x; /* of its stem */
  double label_x;
  double width;
  gboolean is_left; /* of its stem */
  guint lane;
} Label;

typedef struct {
  MpComposer *composer;
  double unit;
  double y;
  double middle; /* where the labels of both sides meet */
  Label *labels; /* owned */
  guint n_labels;
  guint n_tries;
  guint n_lanes;
  guint n_lanes_under; /* the callout */
  double callout_x;    /* the words beside the line of the pivot, of no width for none */
  double callout_width;
  double callout_height;
} Events;

/* --- Choosing --------------------------------------------------------------------------------- */

/* Returns the least importance that has a label: that of the most important events, or a lesser one
 * if there are few. */
static guint
choose_importance (const MpComposer *composer)
{
  const MpMilestones *milestones = mp_agreement_milestones (composer->agreement);
  const MpStory *story = composer->story;
  guint counts[4] = { 0 }, least = 0, total = 0;
  guint limit = composer->give >= MP_GIVE_EVENTS        ? 1
                : composer->give >= MP_GIVE_LESS_EVENTS ? 2
                                                        : 3;

  for (guint i = 0; i < story->n_events; i++)
    counts[MIN (milestones->importance[story->events[i]], 3)]++;
  for (guint importance = 1; importance <= limit; importance++) {
    total += counts[importance];
    if (total > 0 && (least == 0 || total <= FEW))
      least = importance;
  }
  return least;
}

/* --- Placing ---------------------------------------------------------------------------------- */

static gboolean
overlap (double a0, double a1, double b0, double b1)
{
  return MAX (a0, b0) < MIN (a1, b1);
}

static gboolean
is_under_callout (const Events *self, const Label *label)
{
  double gap = STEM_GAP * self->unit;

  return self->callout_width > 0 &&
         overlap (label->label_x - gap, label->label_x + label->width + gap, self->callout_x,
                  self->callout_x + self->callout_width);
}

/* Returns whether a label has room: it covers no other, nor a stem, and its stem no label. */
static gboolean
has_room (const Events *self, const Label *label)
{
  const MpComposer *composer = self->composer;
  double gap = STEM_GAP * self->unit, x0 = label->label_x - gap;
  double x1 = label->label_x + label->width + gap;
  double pivot = mp_compose_x (composer, composer->story->pivot_from);

  if (label->label_x < composer->x0 || label->label_x + label->width > composer->x1)
    return FALSE;
  if (composer->story->has_pivot && label->event != MP_NONE &&
      overlap (x0, x1, pivot - 1, pivot + 1))
    return FALSE;
  if (is_under_callout (self, label) &&
      label->lane >= (composer->give >= MP_GIVE_LESS_EVENTS ? 0 : MAX_LANES_UNDER))
    return FALSE;
  for (guint i = 0; i < self->n_labels; i++) {
    const Label *other = &self->labels[i];

    if (other->lane == label->lane &&
        overlap (x0, x1, other->label_x, other->label_x + other->width))
      return FALSE;
    if (other->lane > label->lane && overlap (x0, x1, other->x - 1, other->x + 1))
      return FALSE;
    if (other->lane < label->lane &&
        overlap (label->x - gap, label->x + gap, other->label_x, other->label_x + other->width))
      return FALSE;
  }
  return TRUE;
}

static double
label_width (Events *self, guint32 milestone)
{
  MpComposer *composer = self->composer;
  g_autofree char *title = mp_story_event_title (composer->story, milestone);
  g_autofree char *date = mp_story_event_date (composer->story, milestone);
  g_autoptr (GArray) sources = mp_cite_milestone (composer, milestone);

  return mp_page_measure (composer->page, MP_TEXT_SMALL_STRONG, title) + WORDS_GAP * self->unit +
         mp_page_measure (composer->page, MP_TEXT_SMALL, date) +
         mp_numbers_widest (composer, sources);
}

/* Finds the lowest lane in which a label has room. Left of the middle, where later events follow,
 * it stands left of its stem if it can, and right of the middle on the right: so labels fan out. */
static gboolean
place (Events *self, Label *label)
{
  double gap = STEM_GAP * self->unit;
  const double sides[] = { label->x - gap - label->width, label->x + gap };
  gboolean is_left = label->x < self->middle;

  for (guint side = 0; side < G_N_ELEMENTS (sides); side++) {
    label->is_left = (side == 0) == is_left;
    label->label_x = sides[label->is_left ? 0 : 1];
    for (label->lane = 0; label->lane < MAX_LANES; label->lane++)
      if (has_room (self, label))
        return TRUE;
  }
  return FALSE;
}

/* Returns where a milestone stands: on its day, or in the middle of the days it can be on. */
static double
milestone_x (const MpComposer *composer, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (composer->agreement);
  double x0 = mp_compose_x (composer, milestones->earliest[milestone]);
  double x1 = mp_compose_x (composer, milestones->after[milestone]);

  x0 = MAX (x0, composer->plot_x0);
  x1 = MIN (x1, composer->plot_x1);
  return x1 - x0 < LEAST_STRETCH * composer->unit ? x0 : (x0 + x1) / 2;
}

static void
try_label (Events *self, guint event, guint32 milestone)
{
  Label label = { .event = event, .milestone = milestone };

  if (self->n_labels >= MAX_LABELS || self->n_tries++ >= MAX_TRIES)
    return;
  label.x = milestone_x (self->composer, milestone);
  label.width = label_width (self, milestone);
  if (!place (self, &label))
    return;
  mp_array_append (self->labels, self->n_labels, label);
  self->n_lanes = MAX (self->n_lanes, label.lane + 1);
  if (is_under_callout (self, &label))
    self->n_lanes_under = MAX (self->n_lanes_under, label.lane + 1);
  if (event != MP_NONE)
    mp_bits_set (self->composer->lesser, event, FALSE);
}

static void
place_labels (Events *self)
{
  MpComposer *composer = self->composer;
  const MpStory *story = composer->story;
  const MpMilestones *milestones = mp_agreement_milestones (composer->agreement);
  guint least = choose_importance (composer);

  self->middle = story->has_pivot ? mp_compose_x (composer, story->pivot_from)
                                  : (composer->plot_x0 + composer->plot_x1) / 2;
  if (story->milestone != MP_NONE && !story->is_change)
    try_label (self, MP_NONE, story->milestone);
  /* From both ends towards the middle, each label lies over the stems of those before. */
  for (guint importance = 1; importance <= least; importance++) {
    for (guint i = 0; i < story->n_events; i++)
      if (MIN (milestones->importance[story->events[i]], 3) == importance &&
          milestone_x (composer, story->events[i]) < self->middle)
        try_label (self, i, story->events[i]);
    for (guint i = story->n_events; i-- > 0;)
      if (MIN (milestones->importance[story->events[i]], 3) == importance &&
          milestone_x (composer, story->events[i]) >= self->middle)
        try_label (self, i, story->events[i]);
  }
}

/* Labels are added in the order of reading, so that their sources are numbered in it. */
static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const Label *left = a, *right = b;

  return (left->x > right->x) - (left->x < right->x);
}

/* --- The callout ------------------------------------------------------------------------------ */

/* Returns the first whole sentences of a text that have room in some lines. Free with g_strfreev
 * ().
 */
static char **
first_sentences (MpComposer *composer, const char *text, double width, guint max_lines)
{
  char **best = g_new0 (char *, 1);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    const char *next = g_utf8_next_char (p);
    g_autofree char *part = NULL;
    char **lines;

    if (!(c == 0x3002 || c == 0xff01 || c == 0xff1f ||
          ((c == '.' || c == '!' || c == '?') && (*next == ' ' || *next == '\0'))))
      continue;
    part = g_strndup (text, (gsize) (next - text));
    lines = mp_text_break (composer->request->text, MP_TEXT_SMALL, part, width);
    if (g_strv_length (lines) > max_lines) {
      g_strfreev (lines);
      break;
    }
    g_strfreev (best);
    best = lines;
  }
  return best;
}

/* The words beside the line of the pivot: date and title, and what it was. */
static void
add_callout (Events *self)
{
  MpComposer *composer = self->composer;
  const MpStory *story = composer->story;
  MpPageFace face = mp_face (MP_TEXT_STATE, MP_TONE_ACCENT, MP_COLOR_GRAY);
  MpPageFace small = mp_face (MP_TEXT_SMALL, MP_TONE_INK, MP_COLOR_GRAY);
  double x = mp_compose_pivot_x1 (composer), room = composer->x1 - x, end;
  MpLineSize line = mp_page_line (composer->page, MP_TEXT_STATE);
  g_autoptr (GArray) sources = mp_cite_milestone (composer, story->milestone);
  g_autofree char *summary = mp_story_summary (story, story->milestone);
  double width = mp_page_measure (composer->page, face.role, story->pivot_title) +
                 mp_numbers_width (composer, sources);
  g_auto (GStrv) lines = NULL;
  gboolean is_left = width > room;

  /* Where the line is far to the right, the words stand on its left. */
  if (is_left) {
    x = MAX (composer->x0, mp_compose_pivot_x0 (composer) - width);
    room = mp_compose_pivot_x0 (composer) - x;
  }
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_MILESTONE, story->milestone });
  end =
    x + mp_page_add_words (composer->page, &face, story->pivot_title, x, self->y + line.baseline);
  end =
    mp_numbers_add (composer, sources, end, self->y + line.baseline, MP_TONE_MUTED, MP_COLOR_GRAY);
  lines = first_sentences (composer, summary, room,
                           composer->give >= MP_GIVE_LESS_EVENTS ? 1 : MOST_LINES);
  self->callout_height = line.height;
  if (lines[0] != NULL) {
    MpLineSize next = mp_page_line (composer->page, MP_TEXT_SMALL);

    mp_lines_add (composer, &small, lines, x, self->y + line.height + next.baseline);
    self->callout_height += g_strv_length (lines) * next.height;
    end = MAX (end, x + room);
  }
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  self->callout_x = x;
  self->callout_width = end - x;
}

/* --- Adding ----------------------------------------------------------------------------------- */

/* Adds what stands for a milestone in the band: a disc, hollow if its day is doubted or only about
 * right, or the hatched stretch of days that it can be on. */
static void
add_mark (Events *self, guint32 milestone, double middle, MpTone tone)
{
  MpComposer *composer = self->composer;
  const MpMilestones *milestones = mp_agreement_milestones (composer->agreement);
  double x0 = MAX (mp_compose_x (composer, milestones->earliest[milestone]), composer->plot_x0);
  double x1 = MIN (mp_compose_x (composer, milestones->after[milestone]), composer->plot_x1);
  double height = 9 * self->unit;
  MpSpan date;

  mp_agreement_get_milestone_date (composer->agreement, milestone, &date);
  if (x1 - x0 < LEAST_STRETCH * self->unit) {
    mp_page_add_disc (composer->page, x0, middle, DISC * self->unit,
                      date.start.approximate || date.start.uncertain, tone, MP_COLOR_GRAY);
    return;
  }
  mp_page_add_bar (
    composer->page,
    &(MpPageBar) { .rect = { x0, middle - height / 2, x1 - x0, height },
                   .solid_x0 = x1,
                   .solid_x1 = x0,
                   .start = MP_PAGE_EDGE_HATCHED,
                   .end = date.start.approximate ? MP_PAGE_EDGE_ABOUT : MP_PAGE_EDGE_HATCHED,
                   .tone = tone });
  composer->signs |= 1u << (date.start.approximate ? MP_SIGN_ABOUT : MP_SIGN_HATCHED);
}

static void
add_label (Events *self, const Label *label, double foot)
{
  MpComposer *composer = self->composer;
  gboolean is_pivot = label->event == MP_NONE;
  MpTone tone = is_pivot ? MP_TONE_ACCENT : MP_TONE_INK;
  MpPageFace strong = mp_face (MP_TEXT_SMALL_STRONG, tone, MP_COLOR_GRAY);
  MpPageFace plain =
    mp_face (MP_TEXT_SMALL, is_pivot ? MP_TONE_ACCENT : MP_TONE_INK, MP_COLOR_GRAY);
  g_autofree char *title = mp_story_event_title (composer->story, label->milestone);
  g_autofree char *date = mp_story_event_date (composer->story, label->milestone);
  g_autoptr (GArray) sources = mp_cite_milestone (composer, label->milestone);
  MpLineSize line = mp_page_line (composer->page, MP_TEXT_SMALL);
  double top = foot - (label->lane + 1) * LANE * self->unit, x = label->label_x;
  double middle = foot + BAND * self->unit / 2;

  /* The numbers can be narrower than the room that was kept for them. */
  if (label->is_left)
    x += mp_numbers_widest (composer, sources) - mp_numbers_width (composer, sources);
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_MILESTONE, label->milestone });
  if (!is_pivot)
    mp_page_add_box (composer->page,
                     (MpRect) { label->x - STEM / 2, top + 2, STEM, middle - top - 2 }, 0,
                     MP_TONE_RULE, MP_COLOR_GRAY);
  x += mp_page_add_words (composer->page, &strong, title, x, top + line.baseline);
  x += WORDS_GAP * self->unit;
  x += mp_page_add_words (composer->page, &plain, date, x, top + line.baseline);
  mp_numbers_add (composer, sources, x, top + line.baseline, MP_TONE_MUTED, MP_COLOR_GRAY);
  add_mark (self, label->milestone, middle, tone);
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
}

/* --- Counting --------------------------------------------------------------------------------- */

/* Adds a number over the highest cell. It is "about" one if a vague date has a share in the cell.
 */
static void
add_peak (Events *self, const MpStoryCell *cell, double y)
{
  MpComposer *composer = self->composer;
  MpPageFace face = mp_face (MP_TEXT_REFERENCE, MP_TONE_MUTED, MP_COLOR_GRAY);
  g_autofree char *number = g_strdup_printf (cell->is_exact ? "%.0f" : "≈%.0f", cell->count);
  double x = composer->plot_x0 + mp_scale_to_x (composer->scale, cell->begin);
  MpLineSize line = mp_page_line (composer->page, face.role);
  double width = mp_page_measure (composer->page, face.role, number);

  if (x - width - 4 > composer->plot_x0)
    mp_page_add_words (composer->page, &face, number, x - width - 4, y + line.baseline);
}

/* Adds the cells in which the events without label are counted. Returns the foot. */
static double
add_cells (Events *self, double y)
{
  MpComposer *composer = self->composer;
  MpPageFace face = mp_face (MP_TEXT_SMALL, MP_TONE_MUTED, MP_COLOR_GRAY);
  guint n = mp_bits_count (composer->lesser);
  g_autoptr (GArray) cells = mp_story_count_events (composer->story, composer->lesser, N_CELLS);
  const MpStoryCell *highest = NULL;
  double height = CELLS * self->unit, foot = y + height;
  MpLineSize line = mp_page_line (composer->page, face.role);
  /* Translators: milestones that are not named, counted in a row of columns */
  g_autofree char *words = g_strdup_printf (ngettext ("%'u more event", "%'u more events", n), n);

  for (guint i = 0; i < cells->len; i++) {
    const MpStoryCell *cell = &g_array_index (cells, MpStoryCell, i);

    if (highest == NULL || cell->count > highest->count)
      highest = cell;
  }
  for (guint i = 0; i < cells->len && highest != NULL && highest->count > 0; i++) {
    const MpStoryCell *cell = &g_array_index (cells, MpStoryCell, i);
    double x0 = composer->plot_x0 + mp_scale_to_x (composer->scale, cell->begin);
    double x1 = composer->plot_x0 + mp_scale_to_x (composer->scale, cell->end);
    double high = cell->count / highest->count * height;

    mp_page_add_box (composer->page, (MpRect) { x0 + 0.5, foot - high, x1 - x0 - 1, high }, 0,
                     MP_TONE_BEFORE, MP_COLOR_GRAY);
  }
  if (highest != NULL && highest->count > 0)
    add_peak (self, highest, y);
  mp_page_add_words (composer->page, &face, words, composer->x0,
                     foot - line.height + line.baseline);
  return foot + 2 * self->unit;
}

double
mp_compose_events (MpComposer *composer, double y)
{
  Events self = { .composer = composer, .unit = composer->type.small / 16, .y = y };
  const MpStory *story = composer->story;
  double foot;
  guint n_lesser;

  g_clear_pointer (&composer->lesser, mp_bits_unref);
  composer->lesser = mp_bits_new_full (story->n_events);
  if (story->is_change && story->milestone != MP_NONE)
    add_callout (&self);
  place_labels (&self);
  foot = y + MAX (self.callout_height + self.n_lanes_under * LANE * self.unit,
                  self.n_lanes * LANE * self.unit);
  if (self.n_labels > 0)
    qsort (self.labels, self.n_labels, sizeof *self.labels, compare_labels);
  for (guint i = 0; i < self.n_labels; i++)
    add_label (&self, &self.labels[i], foot);
  if (self.n_labels > 0)
    foot += BAND * self.unit;
  n_lesser = mp_bits_count (composer->lesser);
  if (n_lesser > 0 && composer->dense)
    foot = add_cells (&self, foot);
  else
    composer->n_events = n_lesser;
  g_free (self.labels);
  return foot + 6 * self.unit;
}
