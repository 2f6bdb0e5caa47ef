/* mp-diagnostics.h: problems, with their place in the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader knows where it is in the tree of values. The place in the text, a line and a column,
 * is looked up only if there is a problem, in the text of the one entry that is being read.
 */
#pragma once

#include "mp-position.h"
#include "mp-problem.h"

G_BEGIN_DECLS

typedef struct _MpDiagnostics MpDiagnostics;

MpDiagnostics *mp_diagnostics_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mp_diagnostics_free (MpDiagnostics *diagnostics);

/* Enter a member of an object or an item of an array, and leave it again: enter () returns the mark
 * that leave () takes. key is not copied. */
guint mp_diagnostics_enter_key (MpDiagnostics *diagnostics, const char *key);
guint mp_diagnostics_enter_item (MpDiagnostics *diagnostics, gsize index);
void mp_diagnostics_leave (MpDiagnostics *diagnostics, guint mark);

/* Say that the value that was entered last has this text, which must stay as it is until the end is
 * said. Only in between problems can be added without a place. */
void mp_diagnostics_begin (MpDiagnostics *diagnostics, const MpExcerpt *excerpt);
void mp_diagnostics_end (MpDiagnostics *diagnostics);

/* Adds an error of the value that was entered last or, if key is not NULL, of its member. */
void mp_diagnostics_add_error (MpDiagnostics *diagnostics, const char *key, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* Adds a warning about the value that an error would be about. */
void mp_diagnostics_add_warning (MpDiagnostics *diagnostics, const char *key, const char *format,
                                 ...) G_GNUC_PRINTF (3, 4);

/* Adds a warning about a key itself, not its value; its place is that of the key. */
void mp_diagnostics_add_key_warning (MpDiagnostics *diagnostics, const char *key,
                                     const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Adds an error that a value has because of something in another line, which is added to the
 * sentence. key is as for mp_diagnostics_add_error (). */
void mp_diagnostics_add_clash (MpDiagnostics *diagnostics, const char *key, guint line,
                               const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Returns the place of the value that an error would be about, or of the item with another index in
 * the array of the item that was entered last; and the JSON Pointer of the former. Free that with
 * g_free (). */
MpPosition mp_diagnostics_get_place (MpDiagnostics *diagnostics, const char *key);
MpPosition mp_diagnostics_get_place_of_item (MpDiagnostics *diagnostics, gsize index);
char *mp_diagnostics_get_pointer (MpDiagnostics *diagnostics,
                                  const char *key) G_GNUC_WARN_UNUSED_RESULT;

/* Adds an error of a value that was read before, with its place. line is as for
 * mp_diagnostics_add_clash (), or 0. */
void mp_diagnostics_add_placed (MpDiagnostics *diagnostics, const char *pointer, MpPosition place,
                                guint line, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Removes all problems of the value that was entered last, and of what is in it. n_errors and
 * n_warnings are how many there were before it was read. */
void mp_diagnostics_drop (MpDiagnostics *diagnostics, guint n_errors, guint n_warnings);

/* Returns whether another problem of this severity would be kept, at the place of the text that is
 * being read. If not, it is only counted, and the caller need not compose its sentence with care.
 */
gboolean mp_diagnostics_wants (MpDiagnostics *diagnostics, MpSeverity severity);

/* Returns the number of problems of a severity that were added. */
guint mp_diagnostics_count (const MpDiagnostics *diagnostics, MpSeverity severity);

/* Adds all problems to problems, in the order of the text. If there are too many to keep, those
 * that come first in the text are kept. */
void mp_diagnostics_report (MpDiagnostics *diagnostics, MpProblems *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpDiagnostics, mp_diagnostics_free)

G_END_DECLS
