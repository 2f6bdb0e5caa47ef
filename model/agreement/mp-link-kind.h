/* mp-link-kind.h: the kinds of links between entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-vocabulary.h"

G_BEGIN_DECLS

/* What an entry with a link says of the other. */
typedef enum {
  MP_LINK_BECAUSE, /* it is a reason for this one */
  MP_LINK_ANSWERS, /* this one answers it */
  MP_LINK_FOLLOWS, /* this one came of it */
  MP_LINK_DOUBTS,  /* this one speaks against it */
  MP_N_LINK_KINDS,
} MpLinkKind;

/* Under what a list of links stands. */
typedef enum {
  MP_LINK_GROUP_WHY,
  MP_LINK_GROUP_REASON_FOR,
  MP_LINK_GROUP_ANSWERS, /* what the entry itself answers or follows */
  MP_LINK_GROUP_FOLLOWED,
  MP_LINK_GROUP_DOUBTS,
  MP_LINK_GROUP_DOUBTED_BY,
  MP_N_LINK_GROUPS,
} MpLinkGroup;

/* The row of a kind of link. */
typedef struct {
  const char *word; /* in files: "because" */
  MpLinkGroup own;  /* where it stands at the entry that has the link */
  MpLinkGroup back; /* and at the other */
} MpLinkKindInfo;

extern const MpLinkKindInfo mp_link_kinds[MP_N_LINK_KINDS];
extern const MpVocabulary mp_link_kind_vocabulary;

/* Returns the heading of a group, translated: "Why". */
const char *mp_link_group_heading (MpLinkGroup group);

/* Returns what the group says of an entry in it, translated, with %s for the title of the other:
 * "reason for %s". It stands in lists and in what a search reads. */
const char *mp_link_group_sentence (MpLinkGroup group);

G_END_DECLS
