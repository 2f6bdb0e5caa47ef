/* mp-date-entered.h: dates as people type them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People type a date as they read it: "June 2029", "27 April 2026", "about May 2026", in their
 * language, or as EDTF. Words are read by what writes them: the numbers that are typed leave few
 * dates that can be meant, and the one whose words are those typed is. So there is no second table
 * of words, and what mp_date_words () writes can be typed.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

/* Reads a date that is typed: EDTF, or the words of a date as mp_date_words () has them now, but
 * for case, blanks, full stops and commas. Of words those are read that have a year, a decade or a
 * century, with or without a month, a day or a part of the year, "about" and "uncertain" included;
 * sets and times of day are read as EDTF only. The text must be UTF-8; blanks around it do not
 * matter. On failure returns FALSE, leaves *date alone and sets error, with a sentence as
 * mp_date_parse () has it. */
gboolean mp_date_parse_entered (const char *text, MpDate *date, GError **error);

G_END_DECLS
