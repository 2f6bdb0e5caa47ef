/* mp-detail-rows.h: what the details tell, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the details describe their rows from top to bottom, as values; mp-detail-column.h
 * shows them. So two descriptions can be compared, and a widget whose row is still there stays as
 * it is.
 *
 * A widget costs about as much time as the layout of a hundred terms. So the details have a budget
 * of cards and of sources. A list takes what it needs of it, and a button at its end asks for more.
 * What the user has asked for is there whenever the same thing is described again.
 */
#pragma once

#include "mp-color.h"
#include "mp-session.h"

G_BEGIN_DECLS

/* What a row is shown as, and its lines. */
typedef enum {
  MP_DETAIL_TEXT,    /* a text that can be selected */
  MP_DETAIL_HEADING, /* the heading over a section */
  MP_DETAIL_TOPIC,   /* the title of a topic on a rounded background, and a remark beside it */
  MP_DETAIL_LINES,   /* texts that belong together, each of which can be selected */
  MP_DETAIL_CARD,    /* title, state before or NULL, text, note or NULL, and perhaps a tag, whose
                        look is its outline; a click selects the item */
  MP_DETAIL_LINK,   /* the same; the note has the numbers of its sources, each of which is a link */
  MP_DETAIL_SOURCE, /* title, address or NULL, facts, note or NULL, quote or NULL, address of a copy
                       or NULL; with the number of the row */
  MP_DETAIL_GROUP,  /* title, names; with a count. A click opens it or closes it */
  MP_DETAIL_BUTTONS,  /* a button for each line; its look is the action, its target the number */
  MP_DETAIL_CHECK,    /* a check button that hides what is unchanged, if the number is not 0 */
  MP_DETAIL_PAYMENTS, /* what would be paid under the phase with the number; see mp-payments-card.h
                       */
  MP_DETAIL_N_KINDS,
} MpDetailKind;

typedef struct {
  const char *look; /* CSS classes, separated by spaces, or NULL; never freed */
  char *text;       /* owned; or NULL */
  char *cites;      /* owned: the numbers of its sources, "1 2", or NULL */
} MpDetailLine;

typedef struct {
  MpDetailKind kind;
  const char *look; /* CSS classes of the whole row, or NULL; never freed */
  MpColor color;
  MpItem item;
  guint number;
  gboolean is_open; /* of a group */
  char *name; /* owned: what a screen reader says of a card, or NULL for its title and its text */
  GArray *lines; /* MpDetailLine */
} MpDetailRow;

/* Whether two rows say the same; and whether one widget can show first one and then the other. */
gboolean mp_detail_row_equal (gconstpointer a, gconstpointer b);
gboolean mp_detail_row_has_shape_of (const MpDetailRow *a, const MpDetailRow *b);

/* Equal rows have the same hash. */
guint mp_detail_row_hash (gconstpointer row);

/* The text of a line, or NULL. */
const char *mp_detail_row_text (const MpDetailRow *row, guint line);

/* The look of a card whose text is cut after a few lines. */
#define MP_DETAIL_BRIEF "brief"

/* The look of a card that is one of the lines of what stands above it. */
#define MP_DETAIL_FLAT "flat"

/* --- Describing them --- */

typedef struct _MpDetailRows MpDetailRows;

MpDetailRows *mp_detail_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mp_detail_rows_free (MpDetailRows *self);

/* Begins a new description. is_new: it is of another thing than the one before, so that nothing the
 * user has asked for counts any more. */
void mp_detail_rows_begin (MpDetailRows *self, gboolean is_new);

/* Ends a description, and returns its rows, an array of MpDetailRow. Free with g_ptr_array_unref
 * ().
 */
GPtrArray *mp_detail_rows_end (MpDetailRows *self) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a text; nothing if it is NULL or empty. look may be NULL. */
void mp_detail_rows_add_text (MpDetailRows *self, const char *text, const char *look);

void mp_detail_rows_add_heading (MpDetailRows *self, const char *text);

/* Adds a row with a first line, which can be followed by others. */
MpDetailRow *mp_detail_rows_add (MpDetailRows *self, MpDetailKind kind, const char *text,
                                 const char *look);
void mp_detail_row_add_line (MpDetailRow *row, const char *text, const char *look);

/* Gives the last line of a row the numbers of its sources, as mp_cite_numbers () returns them,
 * which the row takes; NULL for none. */
void mp_detail_row_take_cites (MpDetailRow *row, char *numbers);

/* Adds the title of a topic; remark may be NULL. */
void mp_detail_rows_add_topic (MpDetailRows *self, MpAgreement *agreement, guint32 topic,
                               const char *remark);

/* Adds a card. If before is not NULL, its line reads "before → text". note may be NULL. A click
 * selects the item, unless that is of kind MP_ITEM_NONE. The color is that of its stripe. */
MpDetailRow *mp_detail_rows_add_card (MpDetailRows *self, MpItem item, MpColor color,
                                      const char *title, const char *before, const char *text,
                                      const char *note);

/* The same in the colour of the item's topic, without a state before. */
MpDetailRow *mp_detail_rows_add_item (MpDetailRows *self, MpAgreement *agreement, MpItem item,
                                      const char *title, const char *text, const char *note);

/* --- Lists --- */

typedef enum {
  MP_DETAIL_CARDS,
  MP_DETAIL_SOURCES, /* which cost less than cards */
  MP_DETAIL_N_BUDGETS,
} MpDetailBudget;

/* The action of the button under a list, with the number of the list as its target, a guint. */
#define MP_DETAIL_MORE "details.more"

/* The action of a card, with the kind and the index of its item as its target, (uu). */
#define MP_DETAIL_FOLLOW "details.follow"

/* The actions of the buttons of the first look: to select the milestone of the last change, which
 * is the number of the row, and to play the story. */
#define MP_DETAIL_READ "details.read"
#define MP_DETAIL_PLAY "win.play-story"

/* Begins a list, and returns how many of its items are to be added now: at least a few, more if the
 * budget allows. Lists are known by the order in which they begin, so a list that may be empty must
 * begin and end as well. Lists do not contain each other. */
guint mp_detail_rows_begin_list (MpDetailRows *self, MpDetailBudget budget, guint n_items);

/* Ends the list: adds a button if items are left. */
void mp_detail_rows_end_list (MpDetailRows *self);

/* The user asks for more of a list. It has more when it is described again. */
void mp_detail_rows_ask (MpDetailRows *self, guint list);

/* --- Groups --- */

/* The action of a group, with the number of the group as its target, a guint. */
#define MP_DETAIL_OPEN "details.open"

/* Adds a group with a title, some names and a count, and returns whether it is open, so that its
 * entries follow. number is below 32, and each group of a description has its own. */
gboolean mp_detail_rows_add_group (MpDetailRows *self, guint number, const char *title,
                                   const char *names, guint count);

/* The user opens or closes a group. It is so when it is described again. */
void mp_detail_rows_toggle (MpDetailRows *self, guint group);

G_END_DECLS
