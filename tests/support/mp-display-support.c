/* mp-display-support.c: what tests with a display share: waiting, finding, looking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-display-support.h"

#include "mp-agreement.h"

#include <string.h>

MpInstant
mp_today (void)
{
  return mp_instant_from_civil (2026, 11, 23, 0, 0, 0);
}

/* --- Agreements ------------------------------------------------------------------------------- */

MpAgreement *
mp_agreement_of_size (guint n_terms, guint n_milestones)
{
  GString *json = g_string_new (
    "{ \"milepost\": 1, \"title\": \"Made up\", "
    "\"topics\": [ { \"id\": \"all\", \"title\": \"All\", \"color\": \"green\" } ], "
    "\"sources\": [ { \"id\": \"s\", \"title\": \"A source\", \"kind\": \"press\" } ], "
    "\"terms\": [ ");
  g_autofree char *text = NULL;

  for (guint i = 1; i <= n_terms; i++)
    g_string_append_printf (json,
                            "%s{ \"id\": \"term-%u\", \"title\": \"Term %u\", \"topic\": \"all\", "
                            "\"phases\": [ { \"span\": \"2020-01-01/2024-01-01\", "
                            "\"state\": \"First\", \"certainty\": \"stated\", "
                            "\"sources\": [ \"s\" ] }, "
                            "{ \"span\": \"2024-01-01/2030-01-01\", \"state\": \"Second\", "
                            "\"certainty\": \"reported\", \"sources\": [ \"s\" ] } ] }",
                            i > 1 ? ", " : "", i, i);
  g_string_append (json, " ], \"milestones\": [ ");
  for (guint i = 1; i <= n_milestones; i++)
    g_string_append_printf (json,
                            "%s{ \"id\": \"m-%u\", \"date\": \"2024-01-%02u\", \"title\": "
                            "\"A milestone, number %u\", \"topic\": \"all\", \"importance\": 3, "
                            "\"certainty\": \"claimed\", \"sources\": [ \"s\" ] }",
                            i > 1 ? ", " : "", i, (i - 1) % 31 + 1, i);
  g_string_append (json, " ] }");
  text = g_string_free (json, FALSE);
  return mp_test_agreement_from_json (text);
}

MpItem
mp_item_milestone (MpAgreement *agreement, const char *id)
{
  MpItem item = { MP_ITEM_MILESTONE, mp_agreement_find_milestone (agreement, id) };

  g_assert_cmpuint (item.index, !=, MP_NONE);
  return item;
}

MpItem
mp_item_phase (MpAgreement *agreement, const char *term, guint phase)
{
  guint32 index = mp_agreement_find_term (agreement, term);
  MpRun run;

  g_assert_cmpuint (index, !=, MP_NONE);
  run = mp_agreement_terms (agreement, NULL)[index].phases;
  g_assert_cmpuint (phase, <, run.count);
  return (MpItem) { MP_ITEM_PHASE, run.first + phase };
}

/* --- Waiting ---------------------------------------------------------------------------------- */

static gboolean
wake_cb (gpointer data)
{
  (void) data;
  return G_SOURCE_CONTINUE;
}

void
mp_iterate (void)
{
  /* The condition may come true without an event, as when a file is written. */
  guint id = g_timeout_add (10, wake_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

void
mp_drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer seen)
{
  (void) widget;
  (void) clock;
  *(gboolean *) seen = TRUE;
  return G_SOURCE_REMOVE;
}

void
mp_wait_for_frame (GtkWidget *widget)
{
  gboolean seen = FALSE;

  /* The layout and the painting of a frame follow in the same turn of the main loop. */
  gtk_widget_add_tick_callback (widget, frame_cb, &seen, NULL);
  mp_wait_until (seen);
}

/* --- Windows and widgets ---------------------------------------------------------------------- */

GtkWindow *
mp_show (GtkWidget *widget, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  /* Decorations by the window itself would reduce the height, on some displays only. */
  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, widget);
  gtk_window_present (window);
  mp_wait_until (gtk_widget_get_width (widget) > 0);
  mp_wait_for_frame (widget);
  return window;
}

gboolean
mp_can_open_popovers (void)
{
  GdkSeat *seat = gdk_display_get_default_seat (gdk_display_get_default ());

  if (seat != NULL && gdk_seat_get_capabilities (seat) != GDK_SEAT_CAPABILITY_NONE)
    return TRUE;
  g_test_skip ("a popover needs a display with a pointer or a keyboard");
  return FALSE;
}

void
mp_close (GtkWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (window);
  /* A thread holds a reference until it is done. */
  mp_wait_until (window == NULL);
  mp_drain ();
}

void
mp_let_go (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  mp_wait_until (object == NULL);
}

GtkWidget *
mp_find (GtkWidget *root, MpMatchFunc match, gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child)
                         ? mp_find (child, match, data)
                         : NULL;

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (type));
}

gpointer
mp_find_type (gpointer root, GType type)
{
  return mp_find (root, has_type, GSIZE_TO_POINTER (type));
}

static gboolean
has_action (GtkWidget *widget, gconstpointer action)
{
  return GTK_IS_ACTIONABLE (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

gpointer
mp_find_action (gpointer root, const char *action)
{
  return mp_find (root, has_action, action);
}

static gboolean
has_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

GtkWidget *
mp_find_label (gpointer root, const char *text)
{
  return mp_find (root, has_text, text);
}

static gboolean
is_button_with_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && mp_find_label (widget, text) != NULL;
}

GtkWidget *
mp_find_button (gpointer root, const char *text)
{
  return mp_find (root, is_button_with_text, text);
}

gpointer
mp_template_child (gpointer widget, const char *id)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), id);

  g_assert_nonnull (child);
  return child;
}

gpointer
mp_find_controller (gpointer widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

    if (g_type_is_a (G_OBJECT_TYPE (controller), type))
      return controller;
  }
  g_assert_not_reached ();
}

gpointer
mp_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
      return window;
  }
  return NULL;
}

gboolean
mp_chooser_is_settled (GtkFileChooser *chooser)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_current_folder (chooser);
  g_autofree char *name = folder != NULL ? g_file_get_basename (folder) : NULL;

  return name != NULL && mp_find_label (chooser, name) != NULL;
}

GtkWidget *
mp_get_focus (gpointer widget)
{
  return gtk_root_get_focus (gtk_widget_get_root (widget));
}

static void
append_labels (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_labels (child, text);
}

char *
mp_read_labels (gpointer root)
{
  GString *text = g_string_new (NULL);

  append_labels (root, text);
  return g_string_free (text, FALSE);
}

/* --- Pictures --------------------------------------------------------------------------------- */

cairo_surface_t *
mp_picture_of (GtkWidget *widget, double scale)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *picture =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * scale), (int) (height * scale));
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (
    gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
    &GRAPHENE_RECT_INIT (0, 0, (float) (width * scale), (float) (height * scale)));
  gsk_render_node_unref (node);
  gdk_texture_download (texture, cairo_image_surface_get_data (picture),
                        (gsize) cairo_image_surface_get_stride (picture));
  cairo_surface_mark_dirty (picture);
  return picture;
}

static gboolean
pixel_differs (const guchar *a, const guchar *b, int levels)
{
  guint32 pixel_a, pixel_b;

  memcpy (&pixel_a, a, sizeof pixel_a);
  memcpy (&pixel_b, b, sizeof pixel_b);
  /* The highest byte is not a colour, and is undefined in a picture without alpha. */
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (pixel_a >> shift & 0xff) - (int) (pixel_b >> shift & 0xff)) > levels)
      return TRUE;
  return FALSE;
}

guint
mp_picture_difference (cairo_surface_t *a, cairo_surface_t *b, int levels)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  int stride = cairo_image_surface_get_stride (a);
  guint different = 0;

  if (cairo_image_surface_get_width (b) != width || cairo_image_surface_get_height (b) != height)
    return (guint) width * (guint) height;
  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      different += pixel_differs (cairo_image_surface_get_data (a) + y * stride + x * 4,
                                  cairo_image_surface_get_data (b) + y * stride + x * 4, levels);
  return different;
}

static void
keep_picture (cairo_surface_t *picture, const char *name, const char *which)
{
  g_autofree char *file = g_strdup_printf ("%s.%s.png", name, which);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, file, NULL);

  cairo_surface_write_to_png (picture, path);
  g_test_message ("%s", path);
}

void
mp_picture_assert_same (cairo_surface_t *is, cairo_surface_t *expected, int levels,
                        const char *name)
{
  guint different = mp_picture_difference (is, expected, levels);
  int width = cairo_image_surface_get_width (expected);
  int height = cairo_image_surface_get_height (expected);
  guint allowed = levels == 0 ? 0 : (guint) width * (guint) height / 50000;

  if (different > allowed) {
    keep_picture (is, name, "out");
    keep_picture (expected, name, "ref");
  }
  g_assert_cmpint (cairo_image_surface_get_width (is), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (is), ==, height);
  g_assert_cmpuint (different, <=, allowed);
}
