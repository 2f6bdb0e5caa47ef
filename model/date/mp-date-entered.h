/* mp-date-entered.h: dates as people type them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People type a date as they read it, "June 2029", "27 April 2026" or "about May 2026", in their
 * language, or as EDTF. Typed words are read without a table of words: the numbers in them leave
 * few dates that can be meant, and of these, the one is found that mp_date_words () puts into just
 * these words. So everything that mp_date_words () returns can be typed.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

/* Reads a date that was typed: EDTF, or the words that mp_date_words () returns in the current
 * locale. Case, blanks, full stops and commas do not matter. Words must name a year, a decade or a
 * century; they may name a month, a day or a part of the year, and say "about" and "uncertain".
 * Sets and times of day are read as EDTF only. The text must be UTF-8; it may have blanks around
 * it.
 *
 * On failure returns FALSE, leaves *date alone and sets error, of MP_DATE_ERROR, to a sentence as
 * mp_date_parse () does. */
gboolean mp_date_parse_entered (const char *text, MpDate *date, GError **error);

G_END_DECLS
