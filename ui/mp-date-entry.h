/* mp-date-entry.h: a date that is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry that takes a date in words or as EDTF, as mp-date-entered.h has it, says in words what
 * the text means, or what is wrong with it, while it is typed, and has a button for the date that
 * goes without saying. A calendar opens beside it: a day that is chosen there stands in the entry,
 * and Enter or a double click on it is Enter in the entry.
 */
#pragma once

#include "mp-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_DATE_ENTRY (mp_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (MpDateEntry, mp_date_entry, MP, DATE_ENTRY, GtkBox)

/* Properties, set in templates: "title", what the date is for; "button", the label of the button.
 * Signals: "chosen", when Enter is pressed and the text is a date that has a beginning and an end;
 * "reset", when the button is, or Enter in an empty entry. */

/* Shows a date, selected and ready to be typed over; NULL empties the entry. */
void mp_date_entry_set_date (MpDateEntry *self, const MpDate *date);

/* Stores what is typed. Returns FALSE, and stores nothing, where that is no date with a beginning
 * and an end; the entry then looks wrong. */
gboolean mp_date_entry_get_date (MpDateEntry *self, MpDate *date);

G_END_DECLS
