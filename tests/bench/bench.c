/* bench.c: how long things take, each against a bare baseline in the same run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A machine is fast today and slow tomorrow, but the ratio of two things done side by side stays.
 * Each round does the thing and its baseline in turn, and the median of the ratios is what counts.
 * What needs a display is left out where there is none.
 *
 * usage: bench [NAME…]           prints a table of all benchmarks, or of those named
 *        bench --once NAME ITEMS does one thing once, for callgrind
 */
#include "bench-agreement.h"
#include "bench-start.h"
#include "mp-export.h"
#include "mp-query.h"
#include "mp-reader.h"
#include "mp-search.h"
#include "mp-session.h"

#include <glib/gstdio.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define WIDTH 1920
#define HEIGHT 1080
#define ROUNDS 9

/* 2026-11-23 */
#define TODAY (G_GINT64_CONSTANT (20780) * MP_SECONDS_PER_DAY)

/* What the benchmarks work on. */
typedef struct {
  guint items;
  GBytes *bytes;
  char *path; /* of a file with them; NULL for the shipped agreement */
  MpAgreement *agreement;
  MpText *text;
  MpLayout *layout;
  MpScene *scene;
  MpSearchIndex *index;
  cairo_surface_t *surface;
  double begin;
  double end;
  double asked; /* the as-of day while its date is dragged */
} Subject;

/* --- The things, and what they are held against ------------------------------------------------
 */

static void
read_agreement (Subject *subject)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (MpAgreement) agreement = mp_reader_load_bytes (subject->bytes, problems);

  g_assert_nonnull (agreement);
}

/* The time that Jansson alone takes to read the same bytes. */
static void
parse_json (Subject *subject)
{
  gsize length;
  const char *data = g_bytes_get_data (subject->bytes, &length);
  json_t *root = json_loadb (data, length, JSON_REJECT_DUPLICATES, NULL);

  g_assert_nonnull (root);
  json_decref (root);
}

static MpLayout *
make_layout (Subject *subject)
{
  MpMeasure measure = mp_text_get_measure (subject->text);
  double plot = mp_scene_plot_width (WIDTH, measure);
  MpLayoutRequest request = { .agreement = subject->agreement,
                              .begin = subject->begin,
                              .end = subject->end,
                              .per_day = plot / (subject->end - subject->begin),
                              .fit_width = plot,
                              .measure = measure };

  return mp_layout_new (&request);
}

static MpScene *
make_scene (Subject *subject, MpLayout *layout, const MpDate *as_of)
{
  MpSceneRequest request = { .layout = layout,
                             .begin = subject->begin,
                             .today = TODAY,
                             .as_of = as_of,
                             .width = WIDTH,
                             .height = HEIGHT,
                             .measure = mp_text_get_measure (subject->text) };

  return mp_scene_new (&request);
}

static void
lay_out (Subject *subject)
{
  mp_layout_unref (make_layout (subject));
}

/* A step of panning: a new scene from the old layout. */
static void
build_scene (Subject *subject)
{
  mp_scene_unref (make_scene (subject, subject->layout, NULL));
}

static void
paint_frame (Subject *subject)
{
  cairo_t *cr = cairo_create (subject->surface);

  mp_paint_scene (cr, subject->scene, mp_style_get (MP_THEME_LIGHT), subject->text);
  cairo_destroy (cr);
}

/* A step of dragging the as-of date: a new scene, and all of it painted. */
static void
drag_as_of (Subject *subject)
{
  MpInstant day;
  g_autofree char *iso = NULL;
  MpDate date;
  MpScene *scene;
  cairo_t *cr;

  subject->asked += (subject->end - subject->begin) / 300;
  if (subject->asked >= subject->end || subject->asked < subject->begin)
    subject->asked = subject->begin;
  day = mp_day_to_instant (floor (subject->asked));
  iso = mp_instant_to_iso (day);
  g_assert_true (mp_date_parse (iso, -1, &date, NULL, NULL));
  scene = make_scene (subject, subject->layout, &date);
  cr = cairo_create (subject->surface);
  mp_paint_scene (cr, scene, mp_style_get (MP_THEME_LIGHT), subject->text);
  cairo_destroy (cr);
  mp_scene_unref (scene);
}

/* The whole surface in one colour: no frame can cost less. */
static void
paint_nothing (Subject *subject)
{
  cairo_t *cr = cairo_create (subject->surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
pick_everywhere (Subject *subject)
{
  for (int y = 0; y < HEIGHT; y += 40)
    for (int x = 0; x < WIDTH; x += 40)
      mp_scene_pick (subject->scene, x, y);
}

static void
export_png (Subject *subject)
{
  MpFigureOptions options = mp_figure_options_new (TODAY);
  g_autoptr (GBytes) bytes = NULL;

  options.width = WIDTH;
  options.height = HEIGHT;
  bytes = mp_export_figure (NULL, subject->agreement, &options, NULL);
  g_assert_nonnull (bytes);
}

static cairo_status_t
swallow (gpointer data, const guchar *bytes, guint length)
{
  (void) data;
  (void) bytes;
  (void) length;
  return CAIRO_STATUS_SUCCESS;
}

/* An empty picture of the same size as PNG. */
static void
encode_nothing (Subject *subject)
{
  paint_nothing (subject);
  cairo_surface_write_to_png_stream (subject->surface, swallow, NULL);
}

/* From the command line until the window with the agreement is painted. */
static void
start_up (Subject *subject)
{
  bench_start_milepost (subject->path);
}

static void
start_up_bare (Subject *subject)
{
  (void) subject;
  bench_start_bare_window ();
}

static void
make_index (Subject *subject)
{
  mp_search_index_free (mp_search_index_new (subject->agreement));
}

/* The most expensive keystroke: several words, the first of which are in most entries. */
static void
search (Subject *subject)
{
  g_autoptr (MpSearchQuery) query = mp_search_query_parse ("s 1 after:2010 te", NULL);

  mp_matches_unref (mp_search_run (subject->index, query, NULL));
}

/* Looks through the file once for a byte that it does not have. */
static void
pass_over_file (Subject *subject)
{
  gsize length;
  const char *data = g_bytes_get_data (subject->bytes, &length);

  g_assert_null (g_strstr_len (data, (gssize) length, "\001"));
}

typedef struct {
  const char *name;
  void (*run) (Subject *subject);
  const char *baseline_name;
  void (*baseline) (Subject *subject);
} Benchmark;

static const Benchmark benchmarks[] = {
  { "read", read_agreement, "Jansson alone", parse_json },
  { "layout", lay_out, "one colour, 1920×1080", paint_nothing },
  { "scene", build_scene, "one colour, 1920×1080", paint_nothing },
  { "frame", paint_frame, "one colour, 1920×1080", paint_nothing },
  { "drag", drag_as_of, "one colour, 1920×1080", paint_nothing },
  { "pick", pick_everywhere, "one colour, 1920×1080", paint_nothing },
  { "index", make_index, "Jansson alone", parse_json },
  { "search", search, "a pass over the file", pass_over_file },
  { "export", export_png, "an empty PNG, 1920×1080", encode_nothing },
  { "start", start_up, "a bare libadwaita window", start_up_bare },
};

/* --- Running ---------------------------------------------------------------------------------- */

/* Returns the path of a new file. */
static char *
write_down (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *path;
  int file = g_file_open_tmp ("milepost-bench-XXXXXX", &path, &error);

  if (file < 0 || !g_close (file, &error) ||
      !g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                            &error))
    g_error ("%s", error->message);
  return path;
}

static void
subject_init (Subject *subject, guint items, const char *path)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  *subject = (Subject) { .items = items };
  if (path == NULL) {
    subject->bytes = bench_agreement_new (bench_many_rows (items), items);
    subject->path = write_down (subject->bytes);
  } else {
    if (!g_file_get_contents (path, &contents, &length, &error))
      g_error ("%s", error->message);
    subject->bytes = g_bytes_new_take (contents, length);
  }
  subject->agreement = mp_reader_load_bytes (subject->bytes, problems);
  g_assert_nonnull (subject->agreement);
  subject->text = mp_text_new (NULL, 1);
  mp_session_fit_span (subject->agreement, TODAY, &subject->begin, &subject->end);
  subject->index = mp_search_index_new (subject->agreement);
  subject->layout = make_layout (subject);
  subject->scene = make_scene (subject, subject->layout, NULL);
  subject->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
}

static void
subject_clear (Subject *subject)
{
  cairo_surface_destroy (subject->surface);
  mp_scene_unref (subject->scene);
  mp_layout_unref (subject->layout);
  mp_search_index_free (subject->index);
  mp_text_free (subject->text);
  g_object_unref (subject->agreement);
  g_bytes_unref (subject->bytes);
  if (subject->path != NULL)
    g_remove (subject->path);
  g_free (subject->path);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare_doubles);
  return values[ROUNDS / 2];
}

/* Microseconds. Short things are done several times, so that the clock can see them. */
static double
time_of (void (*run) (Subject *subject), Subject *subject)
{
  gint64 begin = g_get_monotonic_time (), now;
  guint times = 0;

  do {
    run (subject);
    times++;
    now = g_get_monotonic_time ();
  } while (now - begin < 3000);
  return (double) (now - begin) / times;
}

static void
run_benchmark (const Benchmark *benchmark, Subject *subject, const char *name)
{
  double times[ROUNDS], baselines[ROUNDS], ratios[ROUNDS];

  /* Once to fill the caches. */
  benchmark->run (subject);
  benchmark->baseline (subject);
  for (guint i = 0; i < ROUNDS; i++) {
    times[i] = time_of (benchmark->run, subject);
    baselines[i] = time_of (benchmark->baseline, subject);
    ratios[i] = times[i] / baselines[i];
  }
  printf ("%-8s %-10s %12.1f µs  %10.1f µs  %8.3f  %s\n", benchmark->name, name, median (times),
          median (baselines), median (ratios), benchmark->baseline_name);
  fflush (stdout);
}

static gboolean
is_wanted (const char *name, int argc, char **argv)
{
  if (g_str_equal (name, "start") && !bench_can_start ())
    return FALSE;
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], name))
      return TRUE;
  return argc < 2;
}

static const struct {
  const char *name;
  guint items;
} sizes[] = { { "shipped", 0 }, { "1000", 1000 }, { "100000", 100000 } };

static int
run_once (const char *name, const char *items, const char *shipped)
{
  guint n = (guint) g_ascii_strtoull (items, NULL, 10);
  Subject subject;

  subject_init (&subject, n, n == 0 ? shipped : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (benchmarks); i++)
    if (g_str_equal (benchmarks[i].name, name))
      benchmarks[i].run (&subject);
  subject_clear (&subject);
  return 0;
}

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("MP_AGREEMENTS");
  g_autofree char *shipped = g_build_filename (folder != NULL ? folder : "resources/agreements",
                                               "microsoft-openai.json", NULL);

  if (argc == 4 && g_str_equal (argv[1], "--once"))
    return run_once (argv[2], argv[3], shipped);
  printf ("%-8s %-10s %15s  %13s  %8s  %s\n", "what", "items", "median", "baseline", "ratio",
          "baseline is");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    Subject subject;

    subject_init (&subject, sizes[i].items, sizes[i].items == 0 ? shipped : NULL);
    for (guint j = 0; j < G_N_ELEMENTS (benchmarks); j++)
      if (is_wanted (benchmarks[j].name, argc, argv))
        run_benchmark (&benchmarks[j], &subject, sizes[i].name);
    subject_clear (&subject);
  }
  return 0;
}
