/* mp-payments-chart.h: what would be paid, as bars for each year and lines in sum
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is paid at least is a filled bar, and what may be added to it is hatched, as the vague end
 * of a phase is. Two lines are the least and the most that is paid in sum. The cap is a line that
 * is solid, dashed or dotted as it is known, with the words of that beside it; where sources
 * differ, each has its line. The years in which the cap may be reached have a ground of their own.
 */
#pragma once

#include "mp-page.h"
#include "mp-payments-term.h"

G_BEGIN_DECLS

/* Everything is borrowed. */
typedef struct {
  MpAgreement *agreement;
  MpPaymentsTerm term;
  const MpPayments *payments;
  MpColor hue;
} MpPaymentsChart;

/* The least height of a chart, in design pixels. */
#define MP_PAYMENTS_CHART_LEAST 160

/* Adds a chart to a page, in a rectangle: axes, bars, lines and their words, in the roles
 * MP_TEXT_SMALL and MP_TEXT_SMALL_STRONG. */
void mp_payments_chart_add (MpPage *page, const MpPaymentsChart *chart, MpRect rect);

/* Adds the key of a chart, from x0 to x1, in as many lines as it needs. Returns the y below it. */
double mp_payments_chart_add_key (MpPage *page, const MpPaymentsChart *chart, double x0, double x1,
                                  double y);

G_END_DECLS
