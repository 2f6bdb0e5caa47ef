/* mp-date-entry.h: an entry for dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entry takes a date in words or as EDTF; see mp-date-entered.h. While it is typed, the entry
 * says in words what the date means, or what is wrong with it. A button sets the usual date. A
 * calendar opens beside it: a day that is chosen there is put into the entry, and Enter or a double
 * click on the day applies it as Enter in the entry does.
 */
#pragma once

#include "mp-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_DATE_ENTRY (mp_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (MpDateEntry, mp_date_entry, MP, DATE_ENTRY, GtkBox)

/* Properties, set in templates: "title", what the date is for; "button", the label of the button;
 * "compact", whether it may be narrower than its words ask for.
 * Signals: "changed", whenever the text has changed; "chosen", when Enter is pressed and the text
 * is a date that has a beginning and an end; "reset", when the button is pressed, or Enter in an
 * empty entry. */

/* Puts a date into the entry and selects the text, so that typing replaces it. NULL empties the
 * entry. */
void mp_date_entry_set_date (MpDateEntry *self, const MpDate *date);

/* Whether nothing is typed. */
gboolean mp_date_entry_is_empty (MpDateEntry *self);

/* Stores the date that is typed. If that is no date with a beginning and an end, returns FALSE,
 * stores nothing, and marks the entry as wrong. */
gboolean mp_date_entry_get_date (MpDateEntry *self, MpDate *date);

G_END_DECLS
