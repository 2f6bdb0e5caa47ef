/* mp-link-kind.c: the kinds of links between entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-link-kind.h"

#include <glib/gi18n-lib.h>

const MpLinkKindInfo mp_link_kinds[MP_N_LINK_KINDS] = {
  [MP_LINK_BECAUSE] = { "because", MP_LINK_GROUP_WHY, MP_LINK_GROUP_REASON_FOR },
  [MP_LINK_ANSWERS] = { "answers", MP_LINK_GROUP_ANSWERS, MP_LINK_GROUP_FOLLOWED },
  [MP_LINK_FOLLOWS] = { "follows", MP_LINK_GROUP_ANSWERS, MP_LINK_GROUP_FOLLOWED },
  [MP_LINK_DOUBTS] = { "doubts", MP_LINK_GROUP_DOUBTS, MP_LINK_GROUP_DOUBTED_BY },
};

const MpVocabulary mp_link_kind_vocabulary = MP_VOCABULARY (mp_link_kinds);

/* The rows of the groups, in the order in which they are shown. */
static const struct {
  const char *heading;
  const char *sentence;
} groups[MP_N_LINK_GROUPS] = {
  /* Translators: headings of lists of entries, in the panel of an entry, as in "Why", each followed
   * by what is said of an entry in that list; %s is the title of the entry that the panel tells of.
   */
  [MP_LINK_GROUP_WHY] = { NC_ ("links", "Why"), NC_ ("links", "Why: a reason for “%s”") },
  [MP_LINK_GROUP_REASON_FOR] = { NC_ ("links", "A Reason For"),
                                 NC_ ("links", "happened because of “%s”") },
  [MP_LINK_GROUP_ANSWERS] = { NC_ ("links", "What It Answers"), NC_ ("links", "answered by “%s”") },
  [MP_LINK_GROUP_FOLLOWED] = { NC_ ("links", "What Followed"), NC_ ("links", "followed “%s”") },
  [MP_LINK_GROUP_DOUBTS] = { NC_ ("links", "Doubts"), NC_ ("links", "doubted: see “%s”") },
  [MP_LINK_GROUP_DOUBTED_BY] = { NC_ ("links", "Doubted By"), NC_ ("links", "doubts “%s”") },
};

const char *
mp_link_group_heading (MpLinkGroup group)
{
  g_return_val_if_fail (group < MP_N_LINK_GROUPS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "links", groups[group].heading);
}

const char *
mp_link_group_sentence (MpLinkGroup group)
{
  g_return_val_if_fail (group < MP_N_LINK_GROUPS, "%s");

  return g_dpgettext2 (GETTEXT_PACKAGE, "links", groups[group].sentence);
}
