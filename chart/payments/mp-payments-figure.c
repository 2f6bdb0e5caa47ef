/* mp-payments-figure.c: composes a what-if
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-payments-figure.h"

#include "mp-agreement.h"
#include "mp-payments-chart.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels. */
#define GAP 14
#define NUMBERS_GAP 6
#define CHART_SHARE 0.42 /* of the width: how high a chart is if nothing else is said */

typedef struct {
  const MpPaymentsFigureRequest *request;
  MpPaymentsChart chart;
  MpPaymentsFigure *figure;
  MpPage *page;
  double x0;
  double x1;
  double y;
} Composer;

/* --- Words ------------------------------------------------------------------------------------ */

static char *
headline_of (const Composer *self)
{
  g_autofree char *outcome = mp_payments_outcome_words (self->chart.payments);

  /* Translators: a headline; after the colon stands what would follow, such as "The cap would be
   * reached in 2029" */
  return g_strdup_printf (_ ("Assumption, not a fact: %s"),
                          self->request->headline != NULL ? self->request->headline : outcome);
}

static char *
subtitle_of (const Composer *self)
{
  MpAgreement *agreement = self->request->agreement;
  const MpPayments *payments = self->chart.payments;
  guint32 phase = self->request->what_if->phase;
  guint32 term = mp_agreement_phases (agreement)->term[phase];
  g_autofree char *span = mp_words_phase_span (agreement, phase);
  g_autofree char *sum = mp_payments_money (agreement, &self->chart.term,
                                            payments->years[payments->n_years - 1].paid_sum);

  if (self->request->subtitle != NULL)
    return g_strdup (self->request->subtitle);
  /* Translators: a term, its dates, and money */
  return g_strdup_printf (
    _ ("%s, %s: in sum %s"),
    mp_agreement_text (agreement, mp_agreement_terms (agreement, NULL)[term].title), span, sum);
}

static void
find_sentences (Composer *self)
{
  GPtrArray *sentences = g_ptr_array_new ();
  const MpPayments *payments = self->chart.payments;
  MpAgreement *agreement = self->request->agreement;
  g_autofree char *cap = mp_payments_cap_words (agreement, &self->chart.term);

  for (MpAssumptionKind kind = 0; kind < MP_N_ASSUMPTIONS; kind++)
    g_ptr_array_add (sentences,
                     mp_payments_assumption_words (agreement, &self->chart.term,
                                                   &self->request->what_if->assumptions, kind));
  g_ptr_array_add (sentences, g_strdup_printf (_ ("Cap: %s"), cap));
  g_ptr_array_add (sentences, mp_payments_time_words (agreement, &self->chart.term, payments));
  for (guint i = 0; i < payments->n_years; i++)
    g_ptr_array_add (sentences,
                     mp_payments_year_words (agreement, &self->chart.term, &payments->years[i]));
  g_ptr_array_add (sentences, NULL);
  self->figure->sentences = (char **) g_ptr_array_free (sentences, FALSE);
}

/* --- Parts ------------------------------------------------------------------------------------ */

/* Adds a text in lines. Returns the x where the last one ends. */
static double
add_text (Composer *self, MpTextRole role, MpTone tone, guint32 source, const char *words, double x)
{
  MpPageFace face = { .role = role, .tone = tone, .hue = self->request->hue, .source = source };
  g_auto (GStrv) lines = mp_text_break (self->request->text, role, words, self->x1 - x);
  MpLineSize line = mp_page_line (self->page, role);
  double end = x;

  for (char **at = lines; *at != NULL; at++) {
    end = x + mp_page_add_words (self->page, &face, *at, x, self->y + line.baseline);
    self->y += line.height;
  }
  return end;
}

static void
add_head (Composer *self, const MpType *type)
{
  MpText *text = self->request->text;
  double room = self->x1 - self->x0, width;

  mp_text_set_size (text, MP_TEXT_HEADLINE, type->headline * self->request->text_size);
  width = mp_text_measure_line (text, MP_TEXT_HEADLINE, self->figure->headline).width;
  if (width > room)
    mp_text_set_size (text, MP_TEXT_HEADLINE,
                      MAX (type->headline_min, floor (type->headline * room / width)) *
                        self->request->text_size);
  add_text (self, MP_TEXT_HEADLINE, MP_TONE_INK, MP_NONE, self->figure->headline, self->x0);
  add_text (self, MP_TEXT_STANDFIRST, MP_TONE_MUTED, MP_NONE, self->figure->subtitle, self->x0);
  self->y += GAP;
}

/* Gives the sources of the caps their numbers. */
static GArray *
number_sources (Composer *self)
{
  MpAgreement *agreement = self->request->agreement;
  MpRun run = mp_agreement_phases (agreement)->amounts[self->request->what_if->phase];
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (mp_payments_is_cap (agreement, &self->chart.term, i))
      mp_numbering_collect (agreement, mp_agreement_amounts (agreement)[i].citations, sources);
  mp_numbering_apply (self->figure->composition->numbering, sources);
  return sources;
}

/* Adds what is assumed, the cap with the numbers of its sources, and what counts in part. */
static void
add_assumptions (Composer *self, const GArray *numbers)
{
  MpPageFace reference = {
    .role = MP_TEXT_REFERENCE, .tone = MP_TONE_MUTED, .hue = MP_COLOR_GRAY, .source = MP_NONE
  };
  MpLineSize line = mp_page_line (self->page, MP_TEXT_PLAIN);

  self->y += GAP;
  for (guint i = 0; i <= MP_N_ASSUMPTIONS + 1; i++) {
    double x =
      add_text (self, MP_TEXT_PLAIN, MP_TONE_INK, MP_NONE, self->figure->sentences[i], self->x0);
    double baseline = self->y - line.height + line.baseline;

    for (guint j = 0; i == MP_N_ASSUMPTIONS && j < numbers->len; j++) {
      guint32 number = g_array_index (numbers, guint32, j);
      g_autofree char *words = g_strdup_printf ("%u", number);

      x += NUMBERS_GAP;
      reference.source = self->figure->composition->numbering->sources[number - 1];
      x += mp_page_add_words (self->page, &reference, words, x, baseline);
    }
  }
}

static void
add_sources (Composer *self)
{
  const MpNumbering *numbering = self->figure->composition->numbering;

  self->y += GAP;
  for (guint i = 0; i < numbering->n_sources; i++) {
    g_autofree char *name =
      mp_words_source (self->request->agreement, numbering->sources[i], FALSE);
    /* Translators: the number of a source, and the source */
    g_autofree char *words = g_strdup_printf (C_ ("source", "%u %s"), i + 1, name);

    add_text (self, MP_TEXT_SMALL, MP_TONE_MUTED, numbering->sources[i], words, self->x0);
  }
}

/* Adds everything under the chart. Returns how high it is. */
static double
add_foot (Composer *self, double y, const GArray *numbers)
{
  self->y = mp_payments_chart_add_key (self->page, &self->chart, self->x0, self->x1, y);
  add_assumptions (self, numbers);
  add_sources (self);
  return self->y - y;
}

static void
begin (Composer *self, const MpType *type)
{
  g_clear_pointer (&self->page, mp_page_free);
  self->page = mp_page_new (self->request->text, self->request->width);
  self->y = type->margin;
  add_head (self, type);
}

/* --- The figure ------------------------------------------------------------------------------- */

static void
set_sizes (const MpPaymentsFigureRequest *request, const MpType *type)
{
  const struct {
    MpTextRole role;
    double size;
  } sizes[] = {
    { MP_TEXT_STANDFIRST, type->standfirst }, { MP_TEXT_PLAIN, type->plain },
    { MP_TEXT_SMALL, type->small },           { MP_TEXT_SMALL_STRONG, type->small },
    { MP_TEXT_REFERENCE, type->reference },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    mp_text_set_size (request->text, sizes[i].role, sizes[i].size * request->text_size);
}

/* Composes the page twice: what stands under the chart decides how high that can be. */
static void
compose (Composer *self)
{
  const MpPaymentsFigureRequest *request = self->request;
  const MpType *type = mp_type_get (request->medium);
  MpComposition *composition = self->figure->composition;
  double room = request->width - 2 * type->margin, head, foot, height;
  g_autoptr (GArray) numbers = NULL;

  set_sizes (request, type);
  self->x0 = type->margin;
  self->x1 = request->width - type->margin;
  numbers = number_sources (self);
  begin (self, type);
  head = self->y;
  foot = GAP + add_foot (self, 0, numbers) + type->margin;
  height = request->height > 0 ? request->height - head - foot
                               : MAX (MP_PAYMENTS_CHART_LEAST, room * CHART_SHARE);
  if (height < MP_PAYMENTS_CHART_LEAST) {
    composition->refusal =
      g_strdup_printf (_ ("what is assumed has no room on %.0f × %.0f; %.0f × %.0f would do"),
                       request->width * request->unit, request->height * request->unit,
                       request->width * request->unit,
                       ceil ((head + foot + MP_PAYMENTS_CHART_LEAST) * request->unit));
    g_clear_pointer (&self->page, mp_page_free);
    return;
  }
  begin (self, type);
  mp_payments_chart_add (self->page, &self->chart, (MpRect) { self->x0, head, room, height });
  (void) add_foot (self, head + height + GAP, numbers);
  mp_page_finish (self->page, head + height + foot);
  g_ptr_array_add (composition->pages, g_steal_pointer (&self->page));
}

MpPaymentsFigure *
mp_payments_figure_new (const MpPaymentsFigureRequest *request)
{
  g_autoptr (MpPayments) payments = mp_payments_of (request->agreement, request->what_if);
  MpPaymentsFigure *figure = g_new0 (MpPaymentsFigure, 1);
  Composer self = { .request = request,
                    .figure = figure,
                    .chart = { request->agreement,
                               mp_payments_term_get (request->agreement, request->what_if->phase),
                               payments, request->hue } };

  figure->composition = mp_composition_new (request->agreement);
  figure->composition->left_out = g_strdup ("");
  if (payments == NULL) {
    figure->headline = g_strdup (_ ("Assumption, not a fact"));
    figure->subtitle = g_strdup ("");
    figure->sentences = g_new0 (char *, 1);
    figure->composition->refusal =
      g_strdup (_ ("it is not known when the term begins, so that nothing can be computed"));
    return figure;
  }
  figure->headline = headline_of (&self);
  figure->subtitle = subtitle_of (&self);
  find_sentences (&self);
  compose (&self);
  return figure;
}

void
mp_payments_figure_free (MpPaymentsFigure *figure)
{
  if (figure == NULL)
    return;
  mp_composition_free (figure->composition);
  g_free (figure->headline);
  g_free (figure->subtitle);
  g_strfreev (figure->sentences);
  g_free (figure);
}
