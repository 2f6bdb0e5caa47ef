/* mp-test-hostile.h: titles that are meant to do harm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As many as there are kinds: markup, marks that turn text, letters from right to left, what has no
 * width, heaps of marks, and as many letters as a title may have. All of them pass the reader. The
 * name is a word for messages. */
guint mp_test_hostile_count (void);
const char *mp_test_hostile_name (guint kind);
char *mp_test_hostile_title (guint kind) G_GNUC_WARN_UNUSED_RESULT;

/* Returns an agreement as JSON in which such a title is every text: titles, states, summaries,
 * parties, amounts, publishers. It has a term "before", the term "hostile", with two phases, and a
 * term "after"; and the milestones "hostile", 2022, and "plain", 2030. */
char *mp_test_hostile_json (const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* Whether nothing in a text turns the text after it: there are no overrides, and every isolate is
 * closed. */
gboolean mp_test_is_straight (const char *text);

G_END_DECLS
