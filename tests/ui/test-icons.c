/* test-icons.c: the icons that every window needs are pictures, which look as the drawings do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-display-support.h"

#define ICONS "/dev/milepost/Milepost/icons"
#define FILTER "mp-filter-symbolic"

/* A channel of a pixel may differ by so much: who draws rounds. */
#define TOLERANCE 3

typedef struct {
  const char *test;
  const char *name;
  const char *picture; /* resources */
  const char *drawing;
  int size;  /* logical pixels */
  int scale; /* of the screen */
} Icon;

static const Icon icons[] = {
  { "window", MP_APPLICATION_ID, ICONS "/48x48/apps/" MP_APPLICATION_ID ".png",
    ICONS "/scalable/apps/" MP_APPLICATION_ID ".svg", 48, 1 },
  { "filter", FILTER, ICONS "/16x16/actions/" FILTER ".symbolic.png",
    ICONS "/scalable/actions/" FILTER ".svg", 16, 1 },
  { "filter-at-twice", FILTER, ICONS "/32x32/actions/" FILTER ".symbolic.png",
    ICONS "/scalable/actions/" FILTER ".svg", 16, 2 },
};

static GdkPixbuf *
load (const char *resource, int size)
{
  g_autoptr (GInputStream) stream = g_resources_open_stream (resource, 0, NULL);

  g_assert_nonnull (stream);
  return gdk_pixbuf_new_from_stream_at_scale (stream, size, size, TRUE, NULL, NULL);
}

static void
test_is_picture (gconstpointer data)
{
  const Icon *icon = data;
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GtkIconPaintable) found = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL, *expected = g_strconcat ("resource://", icon->picture, NULL);

  found = gtk_icon_theme_lookup_icon (theme, icon->name, NULL, icon->size, icon->scale,
                                      GTK_TEXT_DIR_LTR, 0);
  file = gtk_icon_paintable_get_file (found);
  uri = g_file_get_uri (file);
  g_assert_cmpstr (uri, ==, expected);
}

/* Only alpha counts in a symbolic icon, where colours are those of the text. */
static void
test_is_drawing (gconstpointer data)
{
  const Icon *icon = data;
  int size = icon->size * icon->scale, differ = 0;
  g_autoptr (GdkPixbuf) picture = load (icon->picture, size);
  g_autoptr (GdkPixbuf) drawing = load (icon->drawing, size);
  gboolean symbolic = g_str_equal (icon->name, FILTER);

  if (drawing == NULL) {
    g_test_skip ("nothing here can draw SVG");
    return;
  }
  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, size);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, size);
  for (int y = 0; y < size; y++) {
    const guchar *a = gdk_pixbuf_read_pixels (picture) + y * gdk_pixbuf_get_rowstride (picture);
    const guchar *b = gdk_pixbuf_read_pixels (drawing) + y * gdk_pixbuf_get_rowstride (drawing);

    for (int i = 0; i < 4 * size; i++)
      differ += (i % 4 == 3 || !symbolic) && ABS (a[i] - b[i]) > TOLERANCE;
  }
  g_assert_cmpint (differ, ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    ICONS);
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++) {
    g_autofree char *is_picture = g_strconcat ("/icons/is-picture/", icons[i].test, NULL);
    g_autofree char *is_drawing = g_strconcat ("/icons/is-drawing/", icons[i].test, NULL);

    g_test_add_data_func (is_picture, &icons[i], test_is_picture);
    g_test_add_data_func (is_drawing, &icons[i], test_is_drawing);
  }
  return g_test_run ();
}
