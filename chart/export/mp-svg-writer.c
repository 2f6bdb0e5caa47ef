/* mp-svg-writer.c: writes what is painted on a canvas as elements of SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-svg-writer.h"

#include "mp-pixels.h"
#include "mp-svg-source.h"
#include "mp-svg-text.h"
#include "mp-svg-value.h"

#include <math.h>

/* A group around what is drawn: a clip or an entry. */
typedef struct {
  guint number; /* two groups with the same number are the same */
  guint clip;   /* the number of its path, or 0 for an entry */
  gboolean is_part;
  gboolean is_link;
  char *id;
  char *title;
  char *uri;
} Group;

struct _MpSvgWriter {
  const MpSvgFragment *fragment; /* borrowed */
  MpMarkup *markup;              /* borrowed */
  cairo_t *cr;                   /* owned */

  GArray *wanted; /* of Group: those around what is drawn next, from the outside */
  GArray *open;   /* of Group: those that have begun */
  GArray *saved;  /* of guint: how many were wanted at each mp_canvas_save () */
  guint n_groups;

  GHashTable *clips;     /* path → its number, from 1 */
  GHashTable *gradients; /* description → its number, from 1 */
  GHashTable *ids;       /* of entries, each once */
  GString *path;         /* of the shape that is written */
};

/* --- Groups ----------------------------------------------------------------------------------- */

static void
group_clear (gpointer data)
{
  Group *group = data;

  g_free (group->id);
  g_free (group->title);
  g_free (group->uri);
}

static Group
group_copy (const Group *group)
{
  Group copy = *group;

  copy.id = g_strdup (group->id);
  copy.title = g_strdup (group->title);
  copy.uri = g_strdup (group->uri);
  return copy;
}

static const Group *
group_at (GArray *groups, guint i)
{
  return &g_array_index (groups, Group, i);
}

static void
open_clip (MpSvgWriter *self, const Group *group)
{
  g_autofree char *reference = mp_svg_name (self->fragment->id_prefix, "clip", group->clip, TRUE);

  mp_markup_open (self->markup, "g", "clip-path", reference, NULL);
}

static void
open_entry (MpSvgWriter *self, Group *group)
{
  gboolean has_id = !group->is_part && g_hash_table_add (self->ids, g_strdup (group->id));
  g_autofree char *id = g_strconcat (self->fragment->id_prefix, "entry-", group->id, NULL);

  group->is_link = has_id && group->uri != NULL;
  mp_markup_open (self->markup, "g", "id", has_id ? id : NULL, "data-entry", group->id,
                  "aria-hidden", has_id ? NULL : "true", NULL);
  if (group->is_link)
    mp_markup_open (self->markup, "a", "href", group->uri, NULL);
  mp_markup_element (self->markup, "title", NULL, group->title);
}

static void
close_last (MpSvgWriter *self)
{
  if (group_at (self->open, self->open->len - 1)->is_link)
    mp_markup_close (self->markup, "a");
  mp_markup_close (self->markup, "g");
  mp_markup_break (self->markup);
  g_array_set_size (self->open, self->open->len - 1);
}

void
mp_svg_writer_close_groups (MpSvgWriter *self)
{
  while (self->open->len > 0)
    close_last (self);
}

/* Closes groups and begins others, until those are open that are wanted. */
static void
enter_groups (MpSvgWriter *self)
{
  guint same = 0;

  while (same < self->open->len && same < self->wanted->len &&
         group_at (self->open, same)->number == group_at (self->wanted, same)->number)
    same++;
  while (self->open->len > same)
    close_last (self);
  for (; same < self->wanted->len; same++) {
    Group group = group_copy (group_at (self->wanted, same));

    if (group.clip > 0)
      open_clip (self, &group);
    else
      open_entry (self, &group);
    g_array_append_val (self->open, group);
  }
}

/* --- Shapes ----------------------------------------------------------------------------------- */

/* Returns how many units of the surface one of cr has. */
static double
unit_of (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  return sqrt (fabs (matrix.xx * matrix.yy - matrix.xy * matrix.yx));
}

static MpRect
from_edges (double x0, double y0, double x1, double y1)
{
  return (MpRect) { x0, y0, x1 - x0, y1 - y0 };
}

/* Returns whether something of a rectangle can be seen. */
static gboolean
is_seen (cairo_t *cr, MpRect rect)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  return MAX (rect.x, x0) <= MIN (rect.x + rect.width, x1) &&
         MAX (rect.y, y0) <= MIN (rect.y + rect.height, y1) && x0 < x1 && y0 < y1;
}

static MpSvgSource
find_source (MpSvgWriter *self, cairo_t *cr, double alpha)
{
  return mp_svg_source_of (cr, alpha, self->markup, self->fragment->id_prefix, self->gradients);
}

static void
write_fill (MpSvgWriter *self, cairo_t *cr)
{
  g_auto (MpSvgSource) paint = find_source (self, cr, 1);

  enter_groups (self);
  mp_markup_empty (self->markup, "path", "d", self->path->str, "fill", mp_svg_source_value (&paint),
                   "fill-opacity", mp_svg_source_opacity (&paint), "fill-rule",
                   cairo_get_fill_rule (cr) == CAIRO_FILL_RULE_EVEN_ODD ? "evenodd" : NULL, NULL);
}

static void
fill (cairo_t *cr, gpointer data)
{
  MpSvgWriter *self = data;
  double x0, y0, x1, y1;

  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  if (!(x1 > x0) || !(y1 > y0) || !is_seen (cr, from_edges (x0, y0, x1, y1)))
    return;
  g_string_truncate (self->path, 0);
  mp_svg_append_path (self->path, cr);
  write_fill (self, cr);
}

static char *
find_dashes (cairo_t *cr, double unit, double *offset)
{
  int n_dashes = cairo_get_dash_count (cr);
  g_autofree double *dashes = g_new0 (double, n_dashes + 1);
  GString *string;

  *offset = 0;
  if (n_dashes == 0)
    return NULL;
  string = g_string_new (NULL);
  cairo_get_dash (cr, dashes, offset);
  *offset *= unit;
  for (int i = 0; i < n_dashes; i++) {
    if (i > 0)
      g_string_append_c (string, ' ');
    g_string_append (string, mp_svg_pitch (dashes[i] * unit).text);
  }
  return g_string_free (string, FALSE);
}

static const char *
find_cap (cairo_t *cr)
{
  switch (cairo_get_line_cap (cr)) {
  case CAIRO_LINE_CAP_ROUND:
    return "round";
  case CAIRO_LINE_CAP_SQUARE:
    return "square";
  case CAIRO_LINE_CAP_BUTT:
  default:
    return NULL;
  }
}

static const char *
find_join (cairo_t *cr)
{
  switch (cairo_get_line_join (cr)) {
  case CAIRO_LINE_JOIN_ROUND:
    return "round";
  case CAIRO_LINE_JOIN_BEVEL:
    return "bevel";
  case CAIRO_LINE_JOIN_MITER:
  default:
    return NULL;
  }
}

static void
stroke (cairo_t *cr, gpointer data)
{
  MpSvgWriter *self = data;
  double unit = unit_of (cr), offset, x0, y0, x1, y1;
  g_autofree char *dashes = NULL;
  g_auto (MpSvgSource) paint = { NULL };

  if (!cairo_has_current_point (cr))
    return;
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  if (!is_seen (cr, mp_rect_grow (from_edges (x0, y0, x1, y1), cairo_get_line_width (cr))))
    return;
  g_string_truncate (self->path, 0);
  mp_svg_append_path (self->path, cr);
  dashes = find_dashes (cr, unit, &offset);
  paint = find_source (self, cr, 1);
  enter_groups (self);
  mp_markup_empty (self->markup, "path", "d", self->path->str, "stroke",
                   mp_svg_source_value (&paint), "stroke-opacity", mp_svg_source_opacity (&paint),
                   "stroke-width", mp_svg_number (cairo_get_line_width (cr) * unit).text,
                   "stroke-linecap", find_cap (cr), "stroke-linejoin", find_join (cr),
                   "stroke-dasharray", dashes, "stroke-dashoffset",
                   offset != 0 ? mp_svg_number (offset).text : NULL, NULL);
}

/* Fills all that is not clipped. */
static void
paint_all (cairo_t *cr, double alpha, gpointer data)
{
  MpSvgWriter *self = data;
  g_auto (MpSvgSource) paint = find_source (self, cr, alpha);
  double x0, y0, x1, y1;

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  cairo_restore (cr);
  enter_groups (self);
  mp_markup_empty (self->markup, "rect", "x", mp_svg_number (x0).text, "y", mp_svg_number (y0).text,
                   "width", mp_svg_number (x1 - x0).text, "height", mp_svg_number (y1 - y0).text,
                   "fill", mp_svg_source_value (&paint), "fill-opacity",
                   mp_svg_source_opacity (&paint), NULL);
}

/* --- Text ------------------------------------------------------------------------------------- */

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double y, gpointer data)
{
  MpSvgWriter *self = data;
  PangoRectangle extents;
  g_auto (MpSvgSource) paint = { NULL };

  pango_layout_get_extents (layout, NULL, &extents);
  if (!is_seen (cr, (MpRect) { x + (double) extents.x / PANGO_SCALE,
                               y + (double) extents.y / PANGO_SCALE,
                               (double) extents.width / PANGO_SCALE,
                               (double) extents.height / PANGO_SCALE }))
    return;
  if (self->fragment->options->has_outlines) {
    cairo_new_path (cr);
    cairo_move_to (cr, x, y);
    pango_cairo_layout_path (cr, layout);
    fill (cr, self);
    cairo_new_path (cr);
    return;
  }
  paint = find_source (self, cr, 1);
  enter_groups (self);
  mp_svg_write_text (self->markup, cr, layout, x, y, mp_svg_source_value (&paint),
                     mp_svg_source_opacity (&paint));
}

/* --- Clips ------------------------------------------------------------------------------------ */

/* Returns whether the path is an upright rectangle around all that can be seen anyway. */
static gboolean
is_idle_clip (cairo_t *cr)
{
  cairo_path_t *path = cairo_copy_path_flat (cr);
  double x0, y0, x1, y1, left, top, right, bottom;
  gboolean is_idle = path->num_data <= 11 && cairo_get_fill_rule (cr) == CAIRO_FILL_RULE_WINDING;

  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  for (int i = 0; i < path->num_data && is_idle; i += path->data[i].header.length)
    if (path->data[i].header.type != CAIRO_PATH_CLOSE_PATH) {
      double x = path->data[i + 1].point.x, y = path->data[i + 1].point.y;

      is_idle = (x == x0 || x == x1) && (y == y0 || y == y1);
    }
  cairo_path_destroy (path);
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  return is_idle && x0 <= left && y0 <= top && x1 >= right && y1 >= bottom;
}

static void
clip (cairo_t *cr, gpointer data)
{
  MpSvgWriter *self = data;
  gboolean is_even_odd = cairo_get_fill_rule (cr) == CAIRO_FILL_RULE_EVEN_ODD, is_new;
  g_autofree char *id = NULL;
  Group group = { 0 };

  if (is_idle_clip (cr))
    return;
  g_string_assign (self->path, is_even_odd ? " " : "");
  mp_svg_append_path (self->path, cr);
  group.clip = mp_svg_find_definition (self->clips, self->path->str, &is_new);
  group.number = group.clip * 2;
  for (guint i = 0; i < self->wanted->len; i++)
    if (group_at (self->wanted, i)->number == group.number)
      return;
  g_array_append_val (self->wanted, group);
  if (!is_new)
    return;
  id = mp_svg_name (self->fragment->id_prefix, "clip", group.clip, FALSE);
  mp_markup_open (self->markup, "clipPath", "id", id, NULL);
  mp_markup_empty (self->markup, "path", "d", self->path->str, "clip-rule",
                   is_even_odd ? "evenodd" : NULL, NULL);
  mp_markup_close (self->markup, "clipPath");
}

static void
save (cairo_t *cr, gpointer data)
{
  MpSvgWriter *self = data;

  (void) cr;
  g_array_append_val (self->saved, self->wanted->len);
}

static void
restore (cairo_t *cr, gpointer data)
{
  MpSvgWriter *self = data;

  (void) cr;
  g_return_if_fail (self->saved->len > 0);

  g_array_set_size (self->wanted, g_array_index (self->saved, guint, self->saved->len - 1));
  g_array_set_size (self->saved, self->saved->len - 1);
}

/* --- Entries and links ------------------------------------------------------------------------ */

static void
begin_entry (cairo_t *cr, const MpCanvasEntry *entry, gpointer data)
{
  MpSvgWriter *self = data;
  const MpSvgFragment *fragment = self->fragment;
  Group group = { .number = ++self->n_groups * 2 + 1,
                  .is_part = entry->is_part,
                  .id = g_strdup (entry->id),
                  .title = g_strdup (entry->title) };

  (void) cr;
  group.uri = fragment->find_entry != NULL ? fragment->find_entry (entry->item, fragment->data)
                                           : g_strdup (entry->uri);
  g_array_append_val (self->wanted, group);
}

/* Clips within the entry have gone by now. */
static void
end_entry (cairo_t *cr, gpointer data)
{
  MpSvgWriter *self = data;

  (void) cr;
  g_return_if_fail (self->wanted->len > 0);

  g_array_set_size (self->wanted, self->wanted->len - 1);
}

static void
write_link (cairo_t *cr, MpRect rect, const MpCanvasLink *link, gpointer data)
{
  MpSvgWriter *self = data;
  const MpSvgFragment *fragment = self->fragment;
  g_autofree char *uri = fragment->find_source != NULL
                           ? fragment->find_source (link->source, fragment->data)
                           : g_strdup (link->uri);
  double x0 = rect.x, y0 = rect.y, x1 = rect.x + rect.width, y1 = rect.y + rect.height;

  if (uri == NULL || !is_seen (cr, rect))
    return;
  cairo_user_to_device (cr, &x0, &y0);
  cairo_user_to_device (cr, &x1, &y1);
  enter_groups (self);
  mp_markup_open (self->markup, "a", "href", uri, NULL);
  mp_markup_element (self->markup, "title", NULL, link->title);
  mp_markup_empty (self->markup, "rect", "x", mp_svg_number (MIN (x0, x1)).text, "y",
                   mp_svg_number (y0).text, "width", mp_svg_number (fabs (x1 - x0)).text, "height",
                   mp_svg_number (y1 - y0).text, "pointer-events", "all", NULL);
  mp_markup_close (self->markup, "a");
}

/* --- The writer ------------------------------------------------------------------------------- */

static const MpCanvasFuncs funcs = {
  .fill = fill,
  .stroke = stroke,
  .paint = paint_all,
  .show_layout = show_layout,
  .clip = clip,
  .save = save,
  .restore = restore,
  .begin_entry = begin_entry,
  .end_entry = end_entry,
  .link = write_link,
};

static GArray *
groups_new (void)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  return groups;
}

MpSvgWriter *
mp_svg_writer_new (MpMarkup *markup, const MpSvgFragment *fragment, MpSize size)
{
  MpSvgWriter *self = g_new0 (MpSvgWriter, 1);
  const cairo_rectangle_t extents = { 0, 0, size.width, size.height };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);

  self->fragment = fragment;
  self->markup = markup;
  self->cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  mp_pixels_announce (self->cr, fragment->options->scale, FALSE);
  mp_canvas_attach (self->cr, &funcs, self);
  self->wanted = groups_new ();
  self->open = groups_new ();
  self->saved = g_array_new (FALSE, FALSE, sizeof (guint));
  self->clips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->gradients = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->path = g_string_new (NULL);
  return self;
}

cairo_t *
mp_svg_writer_get_canvas (MpSvgWriter *self)
{
  return self->cr;
}

void
mp_svg_writer_free (MpSvgWriter *self)
{
  if (self == NULL)
    return;
  cairo_destroy (self->cr);
  g_array_unref (self->wanted);
  g_array_unref (self->open);
  g_array_unref (self->saved);
  g_hash_table_unref (self->clips);
  g_hash_table_unref (self->gradients);
  g_hash_table_unref (self->ids);
  g_string_free (self->path, TRUE);
  g_free (self);
}
