/* mp-payments-chart.c: draws what would be paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-payments-chart.h"

#include "mp-agreement.h"
#include "mp-number.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels. */
#define GAP 8
#define GRID_LINE 1
#define SUM_LINE 3
#define CAP_LINE 3
#define BAND_LINE 1.5
#define SAMPLE_WIDTH 26
#define SAMPLE_HEIGHT 14
#define KEY_GAP 28

#define BAR_SHARE 0.6 /* of a year's width */
#define HEADROOM 1.06 /* above the highest value */
#define MOST_TICKS 5

typedef struct {
  MpPage *page;
  const MpPaymentsChart *chart;
  MpRect plot;
  double most; /* the value at the top of the plot */
  double step; /* from one tick to the next */
} Drawing;

static MpPageFace
face_of (MpTextRole role, MpTone tone, MpColor hue)
{
  return (MpPageFace) { .role = role, .tone = tone, .hue = hue, .source = MP_NONE };
}

/* --- The scale -------------------------------------------------------------------------------- */

/* Returns a step of 1, 2 or 5 times a power of ten, of which few make the value. */
static double
step_for (double most)
{
  double unit = pow (10, floor (log10 (most / MOST_TICKS)));
  const double factors[] = { 1, 2, 5, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (most / (factors[i] * unit) <= MOST_TICKS)
      return factors[i] * unit;
  return 10 * unit;
}

static double
highest_of (const MpPaymentsChart *chart)
{
  const MpPayments *payments = chart->payments;
  double highest = payments->years[payments->n_years - 1].paid_sum.high;

  if (chart->term.cap.is_known)
    highest = MAX (highest, chart->term.cap.range.high);
  return highest > 0 ? highest : 1;
}

static double
y_of (const Drawing *self, double value)
{
  return self->plot.y + self->plot.height * (1 - value / self->most);
}

static double
year_width (const Drawing *self)
{
  return self->plot.width / self->chart->payments->n_years;
}

static double
x_of (const Drawing *self, double year)
{
  return self->plot.x + year * year_width (self);
}

/* --- Axes ------------------------------------------------------------------------------------- */

static char *
tick_words (const Drawing *self, guint tick)
{
  double value = tick * self->step;
  gboolean is_last = (tick + 1) * self->step > self->most;

  /* The highest one has the currency. */
  return is_last ? mp_payments_money (self->chart->agreement, &self->chart->term,
                                      (MpRange) { value, value })
                 : mp_number_words (value, mp_words_number_names ());
}

static double
gutter_of (const Drawing *self)
{
  double widest = 0;

  for (guint i = 0; i * self->step <= self->most; i++) {
    g_autofree char *words = tick_words (self, i);

    widest = MAX (widest, mp_page_measure (self->page, MP_TEXT_SMALL, words));
  }
  return widest + GAP;
}

static void
add_grid (const Drawing *self)
{
  MpPageFace face = face_of (MP_TEXT_SMALL, MP_TONE_MUTED, MP_COLOR_GRAY);
  MpLineSize line = mp_page_line (self->page, face.role);

  for (guint i = 0; i * self->step <= self->most; i++) {
    double y = y_of (self, i * self->step);
    g_autofree char *words = tick_words (self, i);

    mp_page_add_box (self->page, (MpRect) { self->plot.x, y, self->plot.width, GRID_LINE }, 0,
                     i > 0 ? MP_TONE_GRID : MP_TONE_RULE, MP_COLOR_GRAY);
    mp_page_add_words_ending (self->page, &face, words, self->plot.x - GAP,
                              y - line.height / 2 + line.baseline);
  }
}

/* Whether the cap is, or may be, reached in a year. */
static gboolean
is_in_band (const MpPayments *payments, guint i)
{
  gint64 year = payments->years[i].year;

  return (payments->outcome == MP_CAP_REACHED || payments->outcome == MP_CAP_PERHAPS) &&
         year >= payments->first_year &&
         (payments->outcome == MP_CAP_PERHAPS || year <= payments->last_year);
}

/* The ground of the years in which the cap may be reached, and a line at both of its ends. */
static void
add_band (const Drawing *self)
{
  const MpPayments *payments = self->chart->payments;
  MpRect plot = self->plot;
  guint first = 0, after;
  double x0, x1;

  while (first < payments->n_years && !is_in_band (payments, first))
    first++;
  for (after = first; after < payments->n_years && is_in_band (payments, after);)
    after++;
  if (after == first)
    return;
  x0 = x_of (self, first);
  x1 = x_of (self, after);
  mp_page_add_box (self->page,
                   (MpRect) { x0, plot.y + plot.height, x1 - x0,
                              mp_page_line (self->page, MP_TEXT_SMALL).height + GAP },
                   0, MP_TONE_TINT, self->chart->hue);
  mp_page_add_box (self->page, (MpRect) { x0, plot.y, BAND_LINE, plot.height }, 0, MP_TONE_ACCENT,
                   self->chart->hue);
  mp_page_add_box (self->page, (MpRect) { x1 - BAND_LINE, plot.y, BAND_LINE, plot.height }, 0,
                   MP_TONE_ACCENT, self->chart->hue);
}

/* Adds the years, every one of them or, where they have no room, only some. */
static void
add_years (const Drawing *self)
{
  const MpPayments *payments = self->chart->payments;
  MpPageFace face = face_of (MP_TEXT_SMALL, MP_TONE_INK, self->chart->hue);
  MpLineSize line = mp_page_line (self->page, face.role);
  double room = mp_page_measure (self->page, face.role, "0000") + GAP;
  guint step = 1;

  while (step * year_width (self) < room && step < payments->n_years)
    step++;
  for (guint i = 0; i < payments->n_years; i += step) {
    g_autofree char *words = g_strdup_printf ("%" G_GINT64_FORMAT, payments->years[i].year);
    double width = mp_page_measure (self->page, face.role, words);

    face.tone = is_in_band (payments, i) ? MP_TONE_ON_TINT : MP_TONE_INK;
    mp_page_add_words (self->page, &face, words, x_of (self, i + 0.5) - width / 2,
                       self->plot.y + self->plot.height + GAP / 2.0 + line.baseline);
  }
}

/* --- What is paid ----------------------------------------------------------------------------- */

/* A bar between two values of a year; all of it is hatched if it is not certain. */
static void
add_bar (const Drawing *self, guint year, double low, double high, gboolean is_certain)
{
  double width = year_width (self) * BAR_SHARE, top = y_of (self, high);
  MpRect rect = { x_of (self, year + 0.5) - width / 2, top, width, y_of (self, low) - top };
  MpPageBar bar = { .rect = rect,
                    .solid_x0 = rect.x,
                    .solid_x1 = rect.x + width,
                    .tone = MP_TONE_ACCENT,
                    .hue = self->chart->hue };

  if (rect.height <= 0.5)
    return;
  if (!is_certain) {
    bar.start = bar.end = MP_PAGE_EDGE_HATCHED;
    bar.solid_x0 = rect.x + width;
    bar.solid_x1 = rect.x;
  }
  mp_page_add_bar (self->page, &bar);
  /* A line closes it at the top, as one closes a stretch in time. */
  if (!is_certain)
    mp_page_add_box (self->page, (MpRect) { rect.x, rect.y, width, 2 }, 0, MP_TONE_ACCENT,
                     self->chart->hue);
}

static void
add_bars (const Drawing *self)
{
  const MpPayments *payments = self->chart->payments;

  for (guint i = 0; i < payments->n_years; i++) {
    MpRange paid = payments->years[i].paid;

    add_bar (self, i, 0, paid.low, TRUE);
    add_bar (self, i, paid.low, paid.high, FALSE);
  }
}

/* Adds what is paid in sum, at most or at least. The line ends where nothing more is paid because
 * the cap is reached, so that the cap can be seen. */
static void
add_sum (const Drawing *self, gboolean is_most)
{
  const MpPayments *payments = self->chart->payments;
  const MpPaymentsCap *cap = &self->chart->term.cap;
  double limit = is_most ? cap->range.high : cap->range.low;
  g_autofree MpPagePoint *points = g_new0 (MpPagePoint, payments->n_years + 1);
  guint n = 1;

  points[0] = (MpPagePoint) { self->plot.x, y_of (self, 0) };
  for (guint i = 0; i < payments->n_years; i++) {
    MpRange sum = payments->years[i].paid_sum;
    double value = is_most ? sum.high : sum.low;

    points[n++] = (MpPagePoint) { x_of (self, i + 1), y_of (self, value) };
    if (cap->is_known && value >= limit)
      break;
  }
  mp_page_add_path (self->page, points, n, MP_LINE_SOLID, SUM_LINE, MP_TONE_INK, MP_COLOR_GRAY);
}

/* The ground between the two. */
static void
add_sum_ground (const Drawing *self)
{
  const MpPayments *payments = self->chart->payments;
  guint n = payments->n_years + 1;
  g_autofree MpPagePoint *points = g_new0 (MpPagePoint, 2 * n);

  for (guint i = 0; i < n; i++) {
    MpRange sum = i > 0 ? payments->years[i - 1].paid_sum : (MpRange) { 0, 0 };

    points[i] = (MpPagePoint) { x_of (self, i), y_of (self, sum.high) };
    points[2 * n - 1 - i] = (MpPagePoint) { x_of (self, i), y_of (self, sum.low) };
  }
  mp_page_add_area (self->page, points, 2 * n, MP_TONE_GRID, MP_COLOR_GRAY);
}

/* --- The cap ---------------------------------------------------------------------------------- */

/* Adds words on a ground of their own, which keeps them clear of lines and bars: one line above a
 * line of the chart, or, where that is too short for them, several under it. */
static void
add_label (const Drawing *self, const char *words, double y)
{
  MpPageFace face = face_of (MP_TEXT_SMALL_STRONG, MP_TONE_INK, self->chart->hue);
  MpLineSize line = mp_page_line (self->page, face.role);
  double x = self->plot.x + GAP;
  g_auto (GStrv) lines =
    mp_text_break (self->page->text, face.role, words, self->plot.width - 2 * GAP);

  y = g_strv_length (lines) > 1 ? y + CAP_LINE : y - CAP_LINE - line.height;
  for (char **at = lines; *at != NULL; at++, y += line.height) {
    double width = mp_page_measure (self->page, face.role, *at);

    mp_page_add_box (self->page, (MpRect) { x - 3, y, width + 6, line.height }, 3, MP_TONE_GROUND,
                     MP_COLOR_GRAY);
    mp_page_add_words (self->page, &face, *at, x, y + line.baseline);
  }
}

static void
add_caps (const Drawing *self)
{
  MpAgreement *agreement = self->chart->agreement;
  MpRun run = mp_agreement_phases (agreement)->amounts[self->chart->term.phase];
  double x0 = self->plot.x, x1 = x0 + self->plot.width;

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    const MpAmount *cap = &mp_agreement_amounts (agreement)[i];
    double y = y_of (self, cap->value);
    const MpPagePoint points[] = { { x0, y }, { x1, y } };

    if (mp_payments_is_cap (agreement, &self->chart->term, i))
      mp_page_add_path (self->page, points, G_N_ELEMENTS (points),
                        mp_certainty_get (cap->certainty)->line, CAP_LINE, MP_TONE_INK,
                        MP_COLOR_GRAY);
  }
}

static void
add_cap_words (const Drawing *self)
{
  g_autofree char *cap = NULL;
  g_autofree char *words = NULL;

  if (!self->chart->term.cap.is_known)
    return;
  cap = mp_payments_cap_words (self->chart->agreement, &self->chart->term);
  /* Translators: the words of a cap on payments */
  words = g_strdup_printf (_ ("Cap: %s"), cap);
  add_label (self, words, y_of (self, self->chart->term.cap.range.high));
}

/* --- The chart -------------------------------------------------------------------------------- */

void
mp_payments_chart_add (MpPage *page, const MpPaymentsChart *chart, MpRect rect)
{
  MpLineSize line = mp_page_line (page, MP_TEXT_SMALL);
  Drawing self = { .page = page, .chart = chart, .most = highest_of (chart) * HEADROOM };
  double gutter;

  self.step = step_for (self.most);
  gutter = gutter_of (&self);
  /* The words of the cap stand above its line, the years below the axis. */
  self.plot = (MpRect) { rect.x + gutter, rect.y + line.height, rect.width - gutter,
                         rect.height - 2 * line.height - GAP };
  if (self.plot.width <= 0 || self.plot.height <= 0)
    return;
  add_sum_ground (&self);
  add_band (&self);
  add_grid (&self);
  add_years (&self);
  add_bars (&self);
  add_caps (&self);
  add_sum (&self, TRUE);
  add_sum (&self, FALSE);
  add_cap_words (&self);
}

/* --- The key ---------------------------------------------------------------------------------- */

typedef enum {
  SIGN_CERTAIN,
  SIGN_POSSIBLE,
  SIGN_SUM,
  SIGN_BAND,
} Sign;

static void
add_sign (MpPage *page, const MpPaymentsChart *chart, Sign sign, double x, double y)
{
  MpRect rect = { x, y, SAMPLE_WIDTH, SAMPLE_HEIGHT };
  gboolean is_hatched = sign == SIGN_POSSIBLE;
  MpPageBar bar = { .rect = rect,
                    .solid_x0 = is_hatched ? x + SAMPLE_WIDTH : x,
                    .solid_x1 = is_hatched ? x : x + SAMPLE_WIDTH,
                    .start = is_hatched ? MP_PAGE_EDGE_HATCHED : MP_PAGE_EDGE_SHARP,
                    .end = is_hatched ? MP_PAGE_EDGE_HATCHED : MP_PAGE_EDGE_SHARP,
                    .tone = MP_TONE_ACCENT,
                    .hue = chart->hue };

  if (sign == SIGN_BAND)
    mp_page_add_box (page, rect, 0, MP_TONE_TINT, chart->hue);
  else if (sign == SIGN_SUM)
    mp_page_add_box (page,
                     (MpRect) { x, y + (SAMPLE_HEIGHT - SUM_LINE) / 2.0, SAMPLE_WIDTH, SUM_LINE },
                     0, MP_TONE_INK, MP_COLOR_GRAY);
  else
    mp_page_add_bar (page, &bar);
}

double
mp_payments_chart_add_key (MpPage *page, const MpPaymentsChart *chart, double x0, double x1,
                           double y)
{
  const char *const words[] = {
    [SIGN_CERTAIN] = _ ("paid in the year, at least"),
    [SIGN_POSSIBLE] = _ ("perhaps more"),
    [SIGN_SUM] = _ ("paid in sum, at least and at most"),
    [SIGN_BAND] = _ ("years in which the cap would be reached"),
  };
  MpCapOutcome outcome = chart->payments->outcome;
  MpPageFace face = face_of (MP_TEXT_SMALL, MP_TONE_MUTED, MP_COLOR_GRAY);
  MpLineSize line = mp_page_line (page, face.role);
  double x = x0;

  for (Sign sign = SIGN_CERTAIN; sign <= SIGN_BAND; sign++) {
    double width = SAMPLE_WIDTH + GAP + mp_page_measure (page, face.role, words[sign]);

    if (sign == SIGN_BAND && outcome != MP_CAP_REACHED && outcome != MP_CAP_PERHAPS)
      continue;
    if (x > x0 && x + width > x1) {
      x = x0;
      y += line.height;
    }
    add_sign (page, chart, sign, x, y + (line.height - SAMPLE_HEIGHT) / 2);
    mp_page_add_words (page, &face, words[sign], x + SAMPLE_WIDTH + GAP, y + line.baseline);
    x += width + KEY_GAP;
  }
  return y + line.height;
}
