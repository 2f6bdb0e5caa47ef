/* mp-finding.h: problems on their way to their place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reader knows where it is in the tree of values; where that is in the text is only looked up
 * once something is wrong.
 */
#pragma once

#include "mp-problem.h"

G_BEGIN_DECLS

typedef struct _MpFindings MpFindings;

MpFindings *mp_findings_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mp_findings_free (MpFindings *findings);

/* Go into and out of a member of an object or an item of an array: enter () returns what leave ()
 * takes. */
gsize mp_findings_enter_key (MpFindings *findings, const char *key);
gsize mp_findings_enter_item (MpFindings *findings, gsize index);
void mp_findings_leave (MpFindings *findings, gsize mark);

/* Adds an error of the value that was entered last or, if key is not NULL, of its member. */
void mp_findings_add_error (MpFindings *findings, const char *key, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* Adds a warning about the value that an error would be about. */
void mp_findings_add_warning (MpFindings *findings, const char *key, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* Adds a warning about a key as such; its place is that of the key. */
void mp_findings_add_key_warning (MpFindings *findings, const char *key, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* Adds an error that the item entered last has because of another item of its array; the sentence
 * will go on to say in which line that one stands. key is as above, for both. */
void mp_findings_add_clash (MpFindings *findings, const char *key, gsize other, const char *format,
                            ...) G_GNUC_PRINTF (4, 5);

/* Whether one more of the severity would be kept. If not, it need only be counted, and a caller may
 * save the work of finding good words. */
gboolean mp_findings_wants (const MpFindings *findings, MpSeverity severity);

/* How many errors were added. */
guint mp_findings_count_errors (const MpFindings *findings);

/* Hands everything over with its place in the text, in order of the text. */
void mp_findings_place (MpFindings *findings, const char *text, gsize length, MpProblems *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpFindings, mp_findings_free)

G_END_DECLS
