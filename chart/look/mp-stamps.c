/* mp-stamps.c: small shapes that are drawn once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-stamps.h"

#include "mp-canvas.h"

#include <math.h>
#include <string.h>

/* A larger shape is drawn each time. In pixels. */
#define MAX_SIDE 256

/* How many bytes are kept. A window needs a hundredth of it. */
#define MAX_BYTES ((gsize) 4 * 1024 * 1024)

/* A shape lies at one of so many places in a pixel, in each direction. */
#define PARTS 4

/* A part of a pixel that is a rounding error. */
#define LEAST 0.01

struct _MpStamps {
  GHashTable *surfaces; /* Owned: Key → cairo_surface_t */
  gsize bytes;          /* of all surfaces */
  const MpStyle *style;
  double scale;
  double unit;
  gboolean is_mirrored;
};

/* Compared byte by byte, so it has no bytes without a meaning. */
typedef struct {
  MpStampKey key;
  gint32 width; /* in pixels */
  gint32 height;
  gint32 shift_x; /* of the shape from the corner, in parts of a pixel */
  gint32 shift_y;
  cairo_format_t format;
  gint32 nothing;
} Key;

static guint
key_hash (gconstpointer data)
{
  const guint32 *words = data;
  guint hash = 0;

  for (guint i = 0; i < sizeof (Key) / sizeof *words; i++)
    hash = hash * 31 + words[i];
  return hash;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Key)) == 0;
}

MpStamps *
mp_stamps_new (void)
{
  MpStamps *stamps = g_new0 (MpStamps, 1);

  stamps->surfaces =
    g_hash_table_new_full (key_hash, key_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  return stamps;
}

void
mp_stamps_free (MpStamps *stamps)
{
  if (stamps == NULL)
    return;
  g_hash_table_unref (stamps->surfaces);
  g_free (stamps);
}

static void
forget (MpStamps *stamps)
{
  g_hash_table_remove_all (stamps->surfaces);
  stamps->bytes = 0;
}

void
mp_stamps_prepare (MpStamps *stamps, const MpStyle *style, const MpPixels *pixels)
{
  if (stamps->scale == pixels->scale && stamps->unit == pixels->unit &&
      stamps->is_mirrored == pixels->is_mirrored && stamps->style == style)
    return;
  forget (stamps);
  stamps->style = style;
  stamps->scale = pixels->scale;
  stamps->unit = pixels->unit;
  stamps->is_mirrored = pixels->is_mirrored;
}

/* --- Places ----------------------------------------------------------------------------------- */

/* Where a shape lies: the pixel of the surface's corner, and how far the shape is from there. */
typedef struct {
  double x;
  double y;
  Key key;
} Place;

/* Sets the size of one side, and splits the place where the side begins into the pixel, which it
 * returns, and the shift. */
static double
split (double at, double length, gint32 *shift, gint32 *size)
{
  double corner = floor (at + 0.5 / PARTS);

  *shift = (gint32) floor ((at - corner) * PARTS + 0.5);
  *size = (gint32) ceil (length + (double) *shift / PARTS - LEAST);
  return corner;
}

/* In a mirrored picture, x is counted from the right, so that stamps lie as in a mirror. */
static Place
find_place (const MpPixels *pixels, const MpStampKey *key, cairo_format_t format, MpRect rect)
{
  double side = pixels->is_mirrored ? -1 : 1;
  Place place = { .key = { .key = *key, .format = format } };

  place.x = side * split (side * pixels->x + rect.x * pixels->scale, rect.width * pixels->scale,
                          &place.key.shift_x, &place.key.width);
  place.y = split (pixels->y + rect.y * pixels->scale, rect.height * pixels->scale,
                   &place.key.shift_y, &place.key.height);
  if (pixels->is_mirrored)
    place.x -= place.key.width;
  return place;
}

static cairo_surface_t *
draw (const Key *key, const MpPixels *pixels, MpRect rect, gconstpointer data)
{
  cairo_surface_t *surface = mp_pixels_surface_new (pixels, key->format, key->width, key->height);
  double left = rect.x - (double) key->shift_x / PARTS / pixels->scale;
  cairo_t *cr = cairo_create (surface);

  mp_pixels_use (pixels, cr, pixels->is_mirrored ? left + key->width / pixels->scale : left,
                 rect.y - (double) key->shift_y / PARTS / pixels->scale);
  key->key.draw (cr, data);
  cairo_destroy (cr);
  return surface;
}

/* Owned by stamps, and valid until the next call. */
static cairo_surface_t *
find_or_draw (MpStamps *stamps, const Key *key, const MpPixels *pixels, MpRect rect,
              gconstpointer data)
{
  cairo_surface_t *surface = g_hash_table_lookup (stamps->surfaces, key);

  if (surface != NULL)
    return surface;
  if (stamps->bytes > MAX_BYTES)
    forget (stamps);
  surface = draw (key, pixels, rect, data);
  stamps->bytes += (gsize) cairo_image_surface_get_stride (surface) *
                   (gsize) cairo_image_surface_get_height (surface);
  g_hash_table_insert (stamps->surfaces, g_memdup2 (key, sizeof *key), surface);
  return surface;
}

/* --- Stamps and tiles ------------------------------------------------------------------------- */

typedef void (*PutFunc) (const MpPixels *pixels, cairo_t *cr, cairo_surface_t *surface, double x,
                         double y);

/* Draws a shape where its stamp would lie, if there were stamps. */
static void
draw_shape (cairo_t *cr, const MpPixels *pixels, const Place *place, MpRect rect,
            gconstpointer data)
{
  double side = pixels->is_mirrored ? -1 : 1;
  double left =
    place->x + (pixels->is_mirrored ? place->key.width : 0) + side * place->key.shift_x / PARTS;
  double top = place->y + (double) place->key.shift_y / PARTS;

  mp_canvas_save (cr);
  cairo_translate (cr, side * (left - pixels->x) / pixels->scale - rect.x,
                   (top - pixels->y) / pixels->scale - rect.y);
  place->key.key.draw (cr, data);
  mp_canvas_restore (cr);
}

static void
put (MpStamps *stamps, cairo_t *cr, const MpPixels *pixels, const MpStampKey *key,
     cairo_format_t format, MpRect rect, gconstpointer data, PutFunc put_surface)
{
  Place place = find_place (pixels, key, format, rect);
  gint32 longer = MAX (place.key.width, place.key.height);

  if (!pixels->has_pixels || longer > MAX_SIDE)
    key->draw (cr, data);
  else if (!pixels->has_masks)
    draw_shape (cr, pixels, &place, rect, data);
  else if (MIN (place.key.width, place.key.height) > 0)
    put_surface (pixels, cr, find_or_draw (stamps, &place.key, pixels, rect, data), place.x,
                 place.y);
}

void
mp_stamps_put (MpStamps *stamps, cairo_t *cr, const MpPixels *pixels, const MpStampKey *key,
               MpRect rect, gconstpointer data)
{
  put (stamps, cr, pixels, key, CAIRO_FORMAT_ARGB32, rect, data, mp_pixels_put_image);
}

void
mp_stamps_put_mask (MpStamps *stamps, cairo_t *cr, const MpPixels *pixels, const MpStampKey *key,
                    MpRect rect, gconstpointer data)
{
  put (stamps, cr, pixels, key, CAIRO_FORMAT_A8, rect, data, mp_pixels_put_mask);
}

static void
put_tile (MpStamps *stamps, cairo_t *cr, const MpPixels *pixels, const MpStampKey *key,
          cairo_format_t format, MpRect rect, gconstpointer data, PutFunc put_surface)
{
  Place place = find_place (pixels, key, format, rect);

  g_return_if_fail (pixels->has_masks);

  put_surface (pixels, cr, find_or_draw (stamps, &place.key, pixels, rect, data), place.x, place.y);
}

void
mp_stamps_set_tile (MpStamps *stamps, cairo_t *cr, const MpPixels *pixels, const MpStampKey *key,
                    MpRect rect, gconstpointer data)
{
  put_tile (stamps, cr, pixels, key, CAIRO_FORMAT_ARGB32, rect, data, mp_pixels_tile_source);
}

void
mp_stamps_mask_tile (MpStamps *stamps, cairo_t *cr, const MpPixels *pixels, const MpStampKey *key,
                     MpRect rect, gconstpointer data)
{
  put_tile (stamps, cr, pixels, key, CAIRO_FORMAT_A8, rect, data, mp_pixels_tile_mask);
}
