/* mp-source-kind.c: the kinds of sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-source-kind.h"

#include <glib/gi18n-lib.h>

const MpSourceKindInfo mp_source_kinds[MP_N_SOURCE_KINDS] = {
  /* Translators: what a party to the agreement itself has published. */
  [MP_SOURCE_PRIMARY] = { "primary", NC_ ("kind of source", "primary source") },
  /* Translators: what a party has reported to an authority, such as a stock exchange's. */
  [MP_SOURCE_FILING] = { "filing", NC_ ("kind of source", "filing") },
  /* Translators: what a court, a regulator or the like has published. */
  [MP_SOURCE_OFFICIAL] = { "official", NC_ ("kind of source", "official") },
  [MP_SOURCE_PRESS] = { "press", NC_ ("kind of source", "press") },
  /* Translators: one of a magazine, an encyclopedia and so on; not one of a contract. */
  [MP_SOURCE_ARTICLE] = { "article", NC_ ("kind of source", "article") },
};

const MpVocabulary mp_source_kind_vocabulary = MP_VOCABULARY (mp_source_kinds);
