/* mp-order.h: the entries of an agreement in order of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of this follows from the agreement. It is made when it is first asked for, by any thread, and
 * is kept with the agreement, to which it belongs.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-item.h"

G_BEGIN_DECLS

/* The place of a milestone among those of its date: its order, where it has one, else after all
 * that have one. */
guint mp_order_rank (MpAgreement *agreement, guint32 milestone);

/* The indices of all milestones: by their earliest instant, then by their latest, then by their
 * order, then in the file's order. */
const guint32 *mp_order_milestones (MpAgreement *agreement);

/* The numbers of all milestones and phases, as mp_item_compare () orders them. */
const guint32 *mp_order_items (MpAgreement *agreement);

/* Milestones and phases in one row of numbers: first the milestones, then the phases. */
guint mp_order_n_items (MpAgreement *agreement);
guint mp_order_number_of (MpAgreement *agreement, MpItem item);
MpItem mp_order_item_of (MpAgreement *agreement, guint number);

/* For each phase the latest of the latest ends of its term's phases up to it: an instant after it
 * is after all of them. */
const MpInstant *mp_order_ends_so_far (MpAgreement *agreement);

G_END_DECLS
