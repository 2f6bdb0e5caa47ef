/* mp-diagnostics.h: problems on their way to their place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reader knows where it is in the tree of values; where that is in the text is only looked up
 * once something is wrong.
 */
#pragma once

#include "mp-problem.h"

G_BEGIN_DECLS

typedef struct _MpDiagnostics MpDiagnostics;

MpDiagnostics *mp_diagnostics_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mp_diagnostics_free (MpDiagnostics *diagnostics);

/* Go into and out of a member of an object or an item of an array: enter () returns what leave ()
 * takes. */
gsize mp_diagnostics_enter_key (MpDiagnostics *diagnostics, const char *key);
gsize mp_diagnostics_enter_item (MpDiagnostics *diagnostics, gsize index);
void mp_diagnostics_leave (MpDiagnostics *diagnostics, gsize mark);

/* Adds an error of the value that was entered last or, if key is not NULL, of its member. */
void mp_diagnostics_add_error (MpDiagnostics *diagnostics, const char *key, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* Adds a warning about the value that an error would be about. */
void mp_diagnostics_add_warning (MpDiagnostics *diagnostics, const char *key, const char *format,
                                 ...) G_GNUC_PRINTF (3, 4);

/* Adds a warning about a key as such; its place is that of the key. */
void mp_diagnostics_add_key_warning (MpDiagnostics *diagnostics, const char *key,
                                     const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Adds an error that the item entered last has because of another item of its array; the sentence
 * will go on to say in which line that one stands. key is as above, for both. */
void mp_diagnostics_add_clash (MpDiagnostics *diagnostics, const char *key, gsize other,
                               const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Whether one more of the severity would be kept. If not, it need only be counted, and a caller may
 * save the work of finding good words. */
gboolean mp_diagnostics_wants (const MpDiagnostics *diagnostics, MpSeverity severity);

/* How many errors were added. */
guint mp_diagnostics_count_errors (const MpDiagnostics *diagnostics);

/* Hands everything over with its place in the text, in order of the text. */
void mp_diagnostics_place (MpDiagnostics *diagnostics, const char *text, gsize length,
                           MpProblems *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpDiagnostics, mp_diagnostics_free)

G_END_DECLS
