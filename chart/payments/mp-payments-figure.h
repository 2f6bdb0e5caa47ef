/* mp-payments-figure.h: what would be paid, as a figure that says that it is assumed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-compose.h"
#include "mp-payments-term.h"

G_BEGIN_DECLS

/* What is composed; all borrowed, and unused after the call but for text. */
typedef struct {
  MpAgreement *agreement;
  const MpWhatIf *what_if;
  MpText *text; /* its sizes are set */
  MpMedium medium;
  double text_size; /* a multiple of the medium's sizes */
  MpColor hue;
  double width;         /* in design pixels */
  double height;        /* 0: as high as suits the width */
  double unit;          /* what a design pixel is in the figure's own pixels, for the refusal */
  const char *headline; /* NULL: when the cap is reached */
  const char *subtitle; /* NULL: which term it is, and what is paid in all */
} MpPaymentsFigureRequest;

typedef struct {
  MpComposition *composition; /* one page, or a refusal */
  char *headline;             /* begins with "Assumption, not a fact" in any case */
  char *subtitle;
  char **sentences; /* the rest in words: what is assumed, each year, what counts in part */
} MpPaymentsFigure;

/* Returns a figure with what is assumed written out, the cap and its sources. It is refused where
 * the page has no room, or the beginning of the term is not known. Free with
 * mp_payments_figure_free (), which accepts NULL. */
MpPaymentsFigure *
mp_payments_figure_new (const MpPaymentsFigureRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void mp_payments_figure_free (MpPaymentsFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPaymentsFigure, mp_payments_figure_free)

G_END_DECLS
