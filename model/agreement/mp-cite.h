/* mp-cite.h: numbered sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A panel or a table that shows several facts collects their citations in one array of MpCitation.
 * The number of a citation is its place in the array, counted from 1. A source that is cited at two
 * places, or with two quotes, has two numbers.
 */
#pragma once

#include "mp-agreement-types.h"

G_BEGIN_DECLS

/* Adds the citations of a run to the array, except for those that are in it already. Returns the
 * numbers of all citations of the run, "Sources 1, 2", or NULL for an empty run. Free with g_free
 * (). */
char *mp_cite (MpAgreement *agreement, MpRun run, GArray *citations);

/* The same numbers alone, "1 2", or NULL. */
char *mp_cite_numbers (MpAgreement *agreement, MpRun run, GArray *citations);

/* Returns who is cited: the publishers of a run, each once, at most three of them: "Microsoft,
 * OpenAI". Free with g_free (). */
char *mp_cite_publishers (MpAgreement *agreement, MpRun run) G_GNUC_WARN_UNUSED_RESULT;

/* Returns what is known of a cited source besides its title and address: "Microsoft · 27 April 2026
 * · primary source · third bullet · read on 23 November 2026". Free with g_free (). */
char *mp_cite_facts (MpAgreement *agreement, const MpCitation *citation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
