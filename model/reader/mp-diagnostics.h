/* mp-diagnostics.h: problems on their way to their place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader knows where it is in the tree of values. The place in the text, a line and a column,
 * is looked up at the end, and only if there are problems.
 */
#pragma once

#include "mp-problem.h"

G_BEGIN_DECLS

typedef struct _MpDiagnostics MpDiagnostics;

MpDiagnostics *mp_diagnostics_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mp_diagnostics_free (MpDiagnostics *diagnostics);

/* Enter a member of an object or an item of an array, and leave it again: enter () returns the mark
 * that leave () takes. */
gsize mp_diagnostics_enter_key (MpDiagnostics *diagnostics, const char *key);
gsize mp_diagnostics_enter_item (MpDiagnostics *diagnostics, gsize index);
void mp_diagnostics_leave (MpDiagnostics *diagnostics, gsize mark);

/* Adds an error of the value that was entered last or, if key is not NULL, of its member. */
void mp_diagnostics_add_error (MpDiagnostics *diagnostics, const char *key, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* Adds a warning about the value that an error would be about. */
void mp_diagnostics_add_warning (MpDiagnostics *diagnostics, const char *key, const char *format,
                                 ...) G_GNUC_PRINTF (3, 4);

/* Adds a warning about a key itself, not its value; its place is that of the key. */
void mp_diagnostics_add_key_warning (MpDiagnostics *diagnostics, const char *key,
                                     const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Adds an error that the item that was entered last has because of another item of its array, with
 * the index other. The line in which the other stands is added to the sentence. key is as for
 * mp_diagnostics_add_error (), for both items. */
void mp_diagnostics_add_clash (MpDiagnostics *diagnostics, const char *key, gsize other,
                               const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Returns whether another problem of this severity would be kept. If not, it is only counted, and
 * the caller need not compose its sentence with care. */
gboolean mp_diagnostics_wants (const MpDiagnostics *diagnostics, MpSeverity severity);

/* Returns the number of errors that were added. */
guint mp_diagnostics_count_errors (const MpDiagnostics *diagnostics);

/* Finds the places of all problems in the text and adds them to problems, in the order of the text.
 */
void mp_diagnostics_place (MpDiagnostics *diagnostics, const char *text, gsize length,
                           MpProblems *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpDiagnostics, mp_diagnostics_free)

G_END_DECLS
