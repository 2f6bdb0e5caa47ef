/* mp-canvas.c: what painters call instead of Cairo, so that a file can be written of what they draw
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-canvas.h"

/* Under it, the writer is kept with the cairo_t. */
static const cairo_user_data_key_t attached;

typedef struct {
  const MpCanvasFuncs *funcs;
  gpointer data;
} Writer;

static const Writer *
writer_of (cairo_t *cr)
{
  return cairo_get_user_data (cr, &attached);
}

void
mp_canvas_attach (cairo_t *cr, const MpCanvasFuncs *funcs, gpointer data)
{
  const Writer writer = { funcs, data };

  if (funcs == NULL)
    cairo_set_user_data (cr, &attached, NULL, NULL);
  else
    cairo_set_user_data (cr, &attached, g_memdup2 (&writer, sizeof writer), g_free);
}

gboolean
mp_canvas_has_entries (cairo_t *cr)
{
  const Writer *writer = writer_of (cr);

  return writer != NULL && writer->funcs->begin_entry != NULL;
}

/* --- Shapes ----------------------------------------------------------------------------------- */

/* Returns whether a writer has taken what was to be filled. */
static gboolean
writer_fills (cairo_t *cr)
{
  const Writer *writer = writer_of (cr);

  if (writer == NULL || writer->funcs->fill == NULL)
    return FALSE;
  writer->funcs->fill (cr, writer->data);
  return TRUE;
}

static gboolean
writer_strokes (cairo_t *cr)
{
  const Writer *writer = writer_of (cr);

  if (writer == NULL || writer->funcs->stroke == NULL)
    return FALSE;
  writer->funcs->stroke (cr, writer->data);
  return TRUE;
}

void
mp_canvas_fill (cairo_t *cr)
{
  if (writer_fills (cr))
    cairo_new_path (cr);
  else
    cairo_fill (cr);
}

void
mp_canvas_fill_preserve (cairo_t *cr)
{
  if (!writer_fills (cr))
    cairo_fill_preserve (cr);
}

void
mp_canvas_stroke (cairo_t *cr)
{
  if (writer_strokes (cr))
    cairo_new_path (cr);
  else
    cairo_stroke (cr);
}

void
mp_canvas_stroke_preserve (cairo_t *cr)
{
  if (!writer_strokes (cr))
    cairo_stroke_preserve (cr);
}

void
mp_canvas_paint (cairo_t *cr)
{
  mp_canvas_paint_with_alpha (cr, 1);
}

void
mp_canvas_paint_with_alpha (cairo_t *cr, double alpha)
{
  const Writer *writer = writer_of (cr);

  if (writer != NULL && writer->funcs->paint != NULL)
    writer->funcs->paint (cr, alpha, writer->data);
  else
    cairo_paint_with_alpha (cr, alpha);
}

void
mp_canvas_show_layout (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  const Writer *writer = writer_of (cr);

  if (writer != NULL && writer->funcs->show_layout != NULL) {
    writer->funcs->show_layout (cr, layout, x, y, writer->data);
    return;
  }
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* --- State ------------------------------------------------------------------------------------ */

void
mp_canvas_clip (cairo_t *cr)
{
  const Writer *writer = writer_of (cr);

  if (writer != NULL && writer->funcs->clip != NULL)
    writer->funcs->clip (cr, writer->data);
  cairo_clip (cr);
}

void
mp_canvas_save (cairo_t *cr)
{
  const Writer *writer = writer_of (cr);

  if (writer != NULL && writer->funcs->save != NULL)
    writer->funcs->save (cr, writer->data);
  cairo_save (cr);
}

void
mp_canvas_restore (cairo_t *cr)
{
  const Writer *writer = writer_of (cr);

  if (writer != NULL && writer->funcs->restore != NULL)
    writer->funcs->restore (cr, writer->data);
  cairo_restore (cr);
}

/* --- Entries and links ------------------------------------------------------------------------ */

void
mp_canvas_begin_entry (cairo_t *cr, const MpCanvasEntry *entry)
{
  const Writer *writer = writer_of (cr);

  if (writer != NULL && writer->funcs->begin_entry != NULL)
    writer->funcs->begin_entry (cr, entry, writer->data);
}

void
mp_canvas_end_entry (cairo_t *cr)
{
  const Writer *writer = writer_of (cr);

  if (writer != NULL && writer->funcs->end_entry != NULL)
    writer->funcs->end_entry (cr, writer->data);
}

void
mp_canvas_link (cairo_t *cr, MpRect rect, const MpCanvasLink *link)
{
  const Writer *writer = writer_of (cr);

  if (writer != NULL && writer->funcs->link != NULL)
    writer->funcs->link (cr, rect, link, writer->data);
}
