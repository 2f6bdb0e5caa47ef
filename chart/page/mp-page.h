/* mp-page.h: a page of words, bars and rules, each in its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is a list of parts, painted in their order. Whoever composes it adds them; nothing is laid
 * out when it is painted. Lengths are in the page's own units, its design pixels, from its top left
 * corner; a page that is read from right to left is mirrored when it is painted.
 *
 * Lines cross no words: a line is cut where words or bars stand, when the page is finished.
 */
#pragma once

#include "mp-canvas.h"
#include "mp-certainty.h"
#include "mp-geometry.h"
#include "mp-item.h"
#include "mp-palette.h"
#include "mp-text.h"

G_BEGIN_DECLS

/* How words look, and where they lead. */
typedef struct {
  MpTextRole role;
  MpTone tone;
  MpColor hue;
  guint32 source; /* a link to it; MP_NONE for no link */
} MpPageFace;

/* How a bar begins or ends. */
typedef enum {
  MP_PAGE_EDGE_SHARP,   /* on a known day */
  MP_PAGE_EDGE_TORN,    /* beyond the edge of the span */
  MP_PAGE_EDGE_HATCHED, /* somewhere in a hatched stretch, which a line closes */
  MP_PAGE_EDGE_ABOUT,   /* near a hatched stretch, which fades outwards */
  MP_PAGE_EDGE_DOUBTED, /* on a day that the source doubts: a short fade */
  MP_PAGE_EDGE_FADED,   /* at a time that nobody knows */
  MP_PAGE_EDGE_POINT,   /* no end is published */
} MpPageEdge;

typedef struct {
  MpRect rect;
  double
    solid_x0; /* between these two it is certainly in force; they may change places, and then */
  double solid_x1; /* all of it is hatched */
  MpPageEdge start;
  MpPageEdge end;
  MpTone tone;
  MpColor hue;
  MpLine line;       /* of another kind than solid: not filled, but outlined */
  gboolean has_head; /* a dark line where it begins tells it from the bar before it */
} MpPageBar;

/* Signs that are drawn, because not every font has them. */
typedef enum {
  MP_PAGE_SIGN_CHANGED, /* an arrow */
  MP_PAGE_SIGN_ENDED,   /* a line that meets a wall */
  MP_PAGE_SIGN_ADDED,   /* a plus */
  MP_PAGE_SIGN_PERHAPS, /* a dotted arrow */
  MP_PAGE_SIGN_SAME,    /* two lines */
  MP_PAGE_SIGN_TODAY,   /* a triangle that points down */
} MpPageSign;

typedef enum {
  MP_PAGE_WORDS,
  MP_PAGE_BAR,
  MP_PAGE_BOX,
  MP_PAGE_LINE,
  MP_PAGE_DISC,
  MP_PAGE_SIGN,
  MP_PAGE_PATH,
} MpPagePartKind;

typedef struct {
  double x;
  double y;
} MpPagePoint;

typedef struct {
  MpPagePartKind kind;
  MpRect rect;
  MpTone tone;
  MpColor hue;
  MpItem item; /* the phase or the milestone for which it is drawn */

  /* Of words */
  MpTextRole role;
  const char *text;
  double baseline;
  guint32 source;

  /* Of the other kinds */
  MpPageBar bar;
  MpPageSign sign;
  double radius; /* of a box with round corners */
  gboolean is_hollow;
  gboolean is_over;          /* of a line: lies over bars */
  const MpPagePoint *points; /* of a path */
  guint n_points;
  MpLine line;
  double width; /* of a path that is drawn; 0: what it encloses is filled */
} MpPagePart;

typedef struct {
  MpSize size;
  MpPagePart *parts;
  guint n_parts;

  /* Private */
  MpText *text;
  MpItem item;
  GStringChunk *strings;
  GPtrArray *points; /* those of all paths */
} MpPage;

/* Creates an empty page, whose height is set later. text measures and draws its words, and must
 * outlive it. Free with mp_page_free (), which accepts NULL. */
MpPage *mp_page_new (MpText *text, double width) G_GNUC_WARN_UNUSED_RESULT;
void mp_page_free (MpPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPage, mp_page_free)

/* Says for which phase or milestone the next parts are drawn; of kind MP_ITEM_NONE for none. */
void mp_page_set_item (MpPage *page, MpItem item);

/* Return the width of words in a face, and the height of a line and its baseline, which do not
 * depend on the letters. */
double mp_page_measure (MpPage *page, MpTextRole role, const char *words);
MpLineSize mp_page_line (MpPage *page, MpTextRole role);

/* Add words, on one line, that begin or end at an x. Return their width. */
double mp_page_add_words (MpPage *page, const MpPageFace *face, const char *words, double x,
                          double baseline);
double mp_page_add_words_ending (MpPage *page, const MpPageFace *face, const char *words, double x,
                                 double baseline);

void mp_page_add_box (MpPage *page, MpRect rect, double radius, MpTone tone, MpColor hue);
void mp_page_add_bar (MpPage *page, const MpPageBar *bar);
void mp_page_add_disc (MpPage *page, double x, double y, double radius, gboolean is_hollow,
                       MpTone tone, MpColor hue);
void mp_page_add_sign (MpPage *page, MpPageSign sign, MpRect rect, MpTone tone, MpColor hue);

/* Add a straight line, as a rectangle. An upright one is cut where words are, and lies behind bars;
 * the other one lies over them. */
void mp_page_add_line (MpPage *page, MpRect rect, MpTone tone, MpColor hue);
void mp_page_add_line_over (MpPage *page, MpRect rect, MpTone tone, MpColor hue);

/* Add a line from point to point, at least two, and what lies within at least three. */
void mp_page_add_path (MpPage *page, const MpPagePoint *points, guint n_points, MpLine line,
                       double width, MpTone tone, MpColor hue);
void mp_page_add_area (MpPage *page, const MpPagePoint *points, guint n_points, MpTone tone,
                       MpColor hue);

/* Returns whether words that were added so far share some area with a rectangle. */
gboolean mp_page_has_words_in (const MpPage *page, MpRect rect);

/* Ends the page: cuts the lines, and puts them behind everything else. */
void mp_page_finish (MpPage *page, double height);

/* Paints a page with its top left corner at 0, 0, one unit of cr being one of the page. agreement
 * has the words of entries and the ids by which a file names them. */
void mp_page_paint (const MpPage *page, cairo_t *cr, MpAgreement *agreement,
                    const MpPalette *palette);

/* Returns the page as text that tests compare, with a line for each part. Free with g_free (). */
char *mp_page_dump (const MpPage *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
