/* mp-previewer.h: makes figures in a thread, to be looked at before they are saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure is made at a time. Of the requests that arrive meanwhile only the latest is carried
 * out, so that typing and dragging never lead to a queue.
 */
#pragma once

#include "mp-export.h"

G_BEGIN_DECLS

/* What is to be seen of a figure, and how large. */
typedef struct {
  guint page;   /* from 0; the last one if there are fewer */
  double width; /* the room, in logical pixels of the screen */
  double height;
  double device_scale;     /* pixels for each of them */
  gboolean is_actual_size; /* a logical pixel of the figure is one of the screen, whatever the room
                              is; else the page fits into it */
} MpPreviewPlace;

/* A figure that was made. If it cannot be, refusal says why, and the rest is empty. */
typedef struct {
  MpFigureOptions *options; /* from which it was made */
  char *refusal;            /* a sentence, or NULL */
  MpSize size;              /* of a page, in logical pixels of the figure */
  guint n_pages;
  char *headline;
  char *subtitle;
  char *notes; /* what is left out, or "" */
  char *words; /* the figure in words, for those who do not see it */

  MpPreviewPlace place;
  guint page;               /* the one that is painted */
  MpSize shown;             /* its size in logical pixels of the screen */
  cairo_surface_t *picture; /* its pixels; NULL if the place has no room */
} MpPreview;

void mp_preview_free (MpPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPreview, mp_preview_free)

typedef struct _MpPreviewer MpPreviewer;

/* Is given the latest figure, in the main loop; takes it. It is never called for a request that
 * another one has followed, nor after the previewer was freed. */
typedef void (*MpPreviewerFunc) (MpPreview *preview, gpointer data);

/* Creates a previewer for an agreement. Free with mp_previewer_free (), which accepts NULL; what is
 * still being made is then thrown away. */
MpPreviewer *mp_previewer_new (MpAgreement *agreement, MpPreviewerFunc func,
                               gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void mp_previewer_free (MpPreviewer *previewer);

/* Requests a figure. Both arguments are copied. */
void mp_previewer_request (MpPreviewer *previewer, const MpFigureOptions *options,
                           const MpPreviewPlace *place);

G_END_DECLS
