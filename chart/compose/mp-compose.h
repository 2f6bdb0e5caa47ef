/* mp-compose.h: puts a story into its place on pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The type has a least size, and nothing is cut, crossed or hidden. If a story is too long for its
 * page, parts of it give way in a fixed order: events of less importance, the rows of which no
 * change is stated, notes on what the press reports, the numbers of earlier phases, and who owes
 * whom becomes initials. What is left out is named or counted on the page. If that is not enough,
 * there is no page, but a sentence that says which height would do.
 *
 * Lengths are in design pixels, of which a slide is 1920 wide.
 */
#pragma once

#include "mp-numbering.h"
#include "mp-page.h"
#include "mp-story.h"

G_BEGIN_DECLS

/* How large letters are, and how wide margins. A medium is what a page is made for. */
typedef struct {
  double headline;     /* at most */
  double headline_min; /* below it the headline has two lines */
  double standfirst;
  double name;
  double state;
  double plain;
  double small; /* nothing but the numbers of sources is smaller */
  double year;
  double reference;
  double margin;
} MpType;

typedef enum {
  MP_MEDIUM_SCREEN, /* a slide, 1920 wide */
  MP_MEDIUM_PRINT,  /* paper, of which A4 is 1920 long */
  MP_MEDIUM_SQUARE, /* large letters for a small screen, 1080 wide */
} MpMedium;
#define MP_N_MEDIA 3

/* Returns the type of a medium; owned by the library. */
const MpType *mp_type_get (MpMedium medium);

/* The forms into which a story is put. */
typedef enum {
  MP_COMPOSE_ROWS,   /* a row for each term, on one page */
  MP_COMPOSE_PAGES,  /* the same on as many pages as are needed, with full sources behind */
  MP_COMPOSE_SQUARE, /* at most four terms, and when they end */
  MP_COMPOSE_TABLE,  /* before and after in words */
} MpComposeForm;

/* What is composed; all borrowed, and unused after the call but for story and text. */
typedef struct {
  MpComposeForm form;
  MpStory *story;
  MpText *text; /* its sizes are set */
  MpMedium medium;
  double text_size; /* a multiple of the medium's sizes */
  double width;
  double height;    /* 0: as high as the content */
  gboolean is_bare; /* without headline, standfirst, list of sources and margins */
  double unit;      /* what a design pixel is in the figure's own pixels, for the refusal */
} MpComposeRequest;

typedef struct {
  GPtrArray *pages;       /* of MpPage, at least one unless it is refused */
  MpNumbering *numbering; /* the sources of what is drawn */
  char *refusal;          /* a sentence, or NULL */
  char *left_out;         /* sentences about what has no room, "" if everything has */
} MpComposition;

/* Returns a composition. Free with mp_composition_free (), which accepts NULL. */
MpComposition *mp_compose (const MpComposeRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void mp_composition_free (MpComposition *composition);

/* Returns a composition without anything in it, not even left_out, to be filled elsewhere. */
MpComposition *mp_composition_new (MpAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpComposition, mp_composition_free)

G_END_DECLS
