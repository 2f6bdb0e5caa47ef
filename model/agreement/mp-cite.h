/* mp-cite.h: numbered sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever tells several facts gathers what they cite in one array of MpCitation, in which each has
 * the number of its place, counted from 1. A source that is cited at two places stands there twice.
 */
#pragma once

#include "mp-agreement-types.h"

G_BEGIN_DECLS

/* Adds to the citations those of a run that are not there yet. Returns the numbers of them all,
 * "Sources 1, 2", or NULL for a run of none. Free with g_free (). */
char *mp_cite (MpAgreement *agreement, MpRun run, GArray *citations);

/* What there is to know of a cited source beside its title and address: "Microsoft · 27 April 2026
 * · primary source · third bullet". Free with g_free (). */
char *mp_cite_facts (MpAgreement *agreement, const MpCitation *citation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
