/* bench.c: how long things take, each against a bare baseline in the same run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A machine is fast today and slow tomorrow, but the ratio of two things done side by side stays.
 * Each round does the thing and its baseline in turn. What disturbs them makes them slower, never
 * faster, so the minima of many rounds come back in every run, and so does their ratio. Each size
 * of agreement has a process and a time limit of its own.
 *
 *     usage: bench [NAME…]                      all sizes, and these benchmarks or all
 *            bench ROWS|many ENTRIES [NAME…]    one size; 0 entries for the shipped agreement
 *            bench --once NAME ROWS|many ENTRIES   does one thing once, for callgrind
 */
#include "bench-agreement.h"
#include "bench-sizes.h"
#include "mp-export.h"
#include "mp-query.h"
#include "mp-reader.h"
#include "mp-search.h"
#include "mp-session.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define WIDTH 1920
#define HEIGHT 1080

/* How long a process may take; how long the rounds of one benchmark go on, and how many there are.
 */
#define SIZE_LIMIT_S 150
#define ROUNDS_US 1200000
#define MIN_ROUNDS 3
#define MAX_ROUNDS 60

/* How long a round is, and how long something must take so that the clock sees it. Shorter things
 * are done several times. */
#define ROUND_US 3000
#define CLOCK_US 20

/* 2026-11-23 */
#define TODAY (G_GINT64_CONSTANT (20780) * MP_SECONDS_PER_DAY)

#define N_ZOOMS 10

/* How far in zooming is when it is done once. */
#define ONCE_OCTAVES 3

/* What is in the rich frame: so many bars, milestones and labels, in so many rows. */
#define RICH_ITEMS 200
#define RICH_ROWS 20

/* What the benchmarks work on. What comes after the bytes is made when it is first needed. */
typedef struct {
  GBytes *bytes;
  MpAgreement *agreement;
  MpText *text;
  MpLayout *layout;
  MpScene *scene;
  MpScene rich; /* made of the scene by fill_scene () */
  MpSearchIndex *index;
  cairo_surface_t *surface;
  double begin; /* the view that fits, in days */
  double end;
  guint octaves; /* how far zoom_frame () has zoomed in */
  double asked;  /* the as-of day while its date is dragged */
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

/* The middle of the agreement, a number of octaves closer than all of it. like is NULL, or another
 * layout of it. */
static MpLayout *
make_layout (Subject *subject, guint octaves, MpLayout *like)
{
  MpMeasure measure = mp_text_get_measure (subject->text);
  double plot = mp_scene_plot_width (WIDTH, measure);
  MpLayoutRequest request = { .agreement = subject->agreement,
                              .begin = subject->begin,
                              .end = subject->end,
                              .per_day = plot * (1 << octaves) / (subject->end - subject->begin),
                              .fit_width = plot,
                              .measure = measure,
                              .like = like };

  return mp_layout_new (&request);
}

static MpScene *
make_scene (Subject *subject, MpLayout *layout, guint octaves, const MpDate *as_of)
{
  double span = subject->end - subject->begin;
  MpSceneRequest request = { .layout = layout,
                             .begin = (subject->begin + subject->end - span / (1 << octaves)) / 2,
                             .today = TODAY,
                             .as_of = as_of,
                             .width = WIDTH,
                             .height = HEIGHT,
                             .measure = mp_text_get_measure (subject->text) };

  return mp_scene_new (&request);
}

static void
paint (Subject *subject, MpScene *scene)
{
  cairo_t *cr = cairo_create (subject->surface);

  mp_paint_scene (cr, scene, mp_style_get (MP_THEME_LIGHT), subject->text);
  cairo_destroy (cr);
}

static void
lay_out (Subject *subject)
{
  mp_layout_unref (make_layout (subject, 0, NULL));
}

/* A step of panning: a new scene from the old layout. */
static void
build_scene (Subject *subject)
{
  mp_scene_unref (make_scene (subject, subject->layout, 0, NULL));
}

/* A scene that is as full as a picture gets: bars in twenty rows, and as many milestones, each with
 * its label. No layout would let so many labels in, so it is made by hand, of an ordinary scene. */
static void
fill_scene (MpScene *scene)
{
  static MpSceneBar bars[RICH_ITEMS];
  static MpSceneMark marks[RICH_ITEMS];
  static MpScenePoint points[RICH_ITEMS];
  static char words[RICH_ITEMS][24];
  double row = scene->rows.height / RICH_ROWS, step = scene->plot.width / (RICH_ITEMS / RICH_ROWS);
  MpMetrics *metrics = &scene->layout->metrics;

  for (guint i = 0; i < RICH_ITEMS; i++) {
    double x = round (scene->plot.x + i % (RICH_ITEMS / RICH_ROWS) * step), size = 12;
    double y = round (scene->rows.y + i / (RICH_ITEMS / RICH_ROWS) * row);
    MpRect rect = { x + 2.3, y, step - 20, metrics->bar_height };
    MpRect dot = { x - size / 2, y + 4, size, size };

    g_snprintf (words[i], sizeof words[i], "Milestone no. %u", i * 7919 % 1000);
    bars[i] = (MpSceneBar) { .rect = rect,
                             .solid_x0 = rect.x,
                             .solid_x1 = rect.x + rect.width,
                             .faint_x0 = rect.x,
                             .faint_x1 = rect.x + rect.width,
                             .visible = rect,
                             .tense = MP_TENSE_PRESENT,
                             .color = (MpColor) (i % MP_N_COLORS) };
    points[i] = (MpScenePoint) { .x = x, .rect = dot };
    marks[i] = (MpSceneMark) { .x = x,
                               .mark = dot,
                               .points = { i, 1 },
                               .label = { x + 10, y, 146, metrics->bar_height },
                               .text = words[i],
                               .importance = 2,
                               .color = (MpColor) (i % MP_N_COLORS) };
  }
  scene->bars = bars;
  scene->n_bars = RICH_ITEMS;
  scene->marks = marks;
  scene->n_marks = RICH_ITEMS;
  scene->points = points;
  scene->n_points = RICH_ITEMS;
  scene->band = scene->plot;
  scene->n_densities = scene->n_crowds = scene->n_tracks = scene->n_clusters = scene->n_numbers = 0;
}

/* One of many frames: what is on it was painted before. */
static void
paint_frame (Subject *subject)
{
  paint (subject, subject->scene);
}

static void
paint_rich (Subject *subject)
{
  paint (subject, &subject->rich);
}

/* A step of zooming: everything that a frame of ours consists of. As in the window, there is a
 * layout of another zoom. */
static void
zoom_frame (Subject *subject)
{
  MpLayout *layout = make_layout (subject, subject->octaves, subject->layout);
  MpScene *scene = make_scene (subject, layout, subject->octaves, NULL);

  paint (subject, scene);
  mp_scene_unref (scene);
  mp_layout_unref (layout);
}

/* A step of dragging the as-of date: a new scene, and all of it painted. */
static void
drag_as_of (Subject *subject)
{
  MpInstant day;
  g_autofree char *iso = NULL;
  MpDate date;
  MpScene *scene;

  subject->asked += (subject->end - subject->begin) / 300;
  if (subject->asked >= subject->end || subject->asked < subject->begin)
    subject->asked = subject->begin;
  day = mp_day_to_instant (floor (subject->asked));
  iso = mp_instant_to_iso (day);
  g_assert_true (mp_date_parse (iso, -1, &date, NULL, NULL));
  scene = make_scene (subject, subject->layout, 0, &date);
  paint (subject, scene);
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

static void
make_index (Subject *subject)
{
  mp_search_index_unref (mp_search_index_new (subject->agreement));
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

/* --- The table -------------------------------------------------------------------------------- */

/* What a benchmark needs, each with all before it. */
typedef enum {
  NEEDS_BYTES,
  NEEDS_AGREEMENT,
  NEEDS_INDEX,
  NEEDS_SCENE
} Needs;

typedef struct {
  const char *name;
  void (*run) (Subject *subject);
  Needs needs;
  guint max_entries; /* what takes minutes beyond, or shows nothing more */
  const char *baseline_name;
  void (*baseline) (Subject *subject);
} Benchmark;

static const Benchmark benchmarks[] = {
  { "read", read_agreement, NEEDS_BYTES, 100000, "Jansson alone", parse_json },
  { "index", make_index, NEEDS_AGREEMENT, G_MAXUINT, "a pass over the file", pass_over_file },
  { "search", search, NEEDS_INDEX, G_MAXUINT, "a pass over the file", pass_over_file },
  { "layout", lay_out, NEEDS_SCENE, G_MAXUINT, "one colour", paint_nothing },
  { "scene", build_scene, NEEDS_SCENE, G_MAXUINT, "one colour", paint_nothing },
  { "frame", paint_frame, NEEDS_SCENE, G_MAXUINT, "one colour", paint_nothing },
  { "rich", paint_rich, NEEDS_SCENE, 0, "one colour", paint_nothing },
  { "drag", drag_as_of, NEEDS_SCENE, G_MAXUINT, "one colour", paint_nothing },
  { "pick", pick_everywhere, NEEDS_SCENE, G_MAXUINT, "one colour", paint_nothing },
  { "zoom", zoom_frame, NEEDS_SCENE, G_MAXUINT, "one colour", paint_nothing },
  { "export", export_png, NEEDS_AGREEMENT, 100000, "an empty PNG", encode_nothing },
};

/* --- Running ---------------------------------------------------------------------------------- */

static GBytes *
read_shipped (void)
{
  const char *folder = g_getenv ("MP_AGREEMENTS");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "resources/agreements",
                                            "microsoft-openai.json", NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);
  return g_bytes_new_take (contents, length);
}

static void
subject_init (Subject *subject, BenchSize size)
{
  *subject = (Subject) { NULL };
  subject->bytes =
    size.n_entries == 0 ? read_shipped () : bench_agreement_new (size.n_rows, size.n_entries);
  subject->text = mp_text_new (NULL, 1);
  subject->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
}

/* Makes what is needed and not there yet. */
static void
subject_prepare (Subject *subject, Needs needs)
{
  if (needs >= NEEDS_AGREEMENT && subject->agreement == NULL) {
    g_autoptr (MpProblems) problems = mp_problems_new ();

    subject->agreement = mp_reader_load_bytes (subject->bytes, problems);
    g_assert_nonnull (subject->agreement);
    mp_session_fit_span (subject->agreement, TODAY, &subject->begin, &subject->end);
  }
  if (needs == NEEDS_INDEX && subject->index == NULL)
    subject->index = mp_search_index_new (subject->agreement);
  if (needs == NEEDS_SCENE && subject->scene == NULL) {
    subject->layout = make_layout (subject, 0, NULL);
    subject->scene = make_scene (subject, subject->layout, 0, NULL);
    subject->rich = *subject->scene;
    fill_scene (&subject->rich);
    paint (subject, subject->scene);
    paint (subject, &subject->rich);
  }
}

static void
subject_clear (Subject *subject)
{
  g_clear_pointer (&subject->scene, mp_scene_unref);
  g_clear_pointer (&subject->layout, mp_layout_unref);
  g_clear_pointer (&subject->index, mp_search_index_unref);
  g_clear_object (&subject->agreement);
  cairo_surface_destroy (subject->surface);
  mp_text_free (subject->text);
  g_bytes_unref (subject->bytes);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Processor time in microseconds: other programs do not count. */
static double
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

/* The average in microseconds of doing something for a while. */
static double
time_of (void (*run) (Subject *subject), Subject *subject, double while_us)
{
  double begin = processor_time (), now;
  guint times = 0;

  do {
    run (subject);
    times++;
    now = processor_time ();
  } while (now - begin < while_us);
  return (now - begin) / times;
}

/* The same for a round. Updates the shortest time, for which the clock must see it only. */
static double
time_round (void (*run) (Subject *subject), Subject *subject, double *least)
{
  double sum = 0;
  guint times = 0;

  do {
    double time = time_of (run, subject, CLOCK_US);

    *least = *least > 0 ? MIN (*least, time) : time;
    sum += time;
    times++;
  } while (sum < ROUND_US);
  return sum / times;
}

/* In microseconds. */
typedef struct {
  guint n;
  double least;
  double times[MAX_ROUNDS]; /* sorted */
  double baselines[MAX_ROUNDS];
} Rounds;

/* The shortest time of each baseline so far. Benchmarks share baselines, and so their minimum. */
static double best_baselines[G_N_ELEMENTS (benchmarks)];

static double *
best_baseline (const Benchmark *benchmark)
{
  guint first = 0;

  while (benchmarks[first].baseline != benchmark->baseline)
    first++;
  return &best_baselines[first];
}

static void
measure (const Benchmark *benchmark, Subject *subject, Rounds *rounds)
{
  gint64 end;

  /* Once to fill the caches. */
  benchmark->run (subject);
  benchmark->baseline (subject);
  end = g_get_monotonic_time () + ROUNDS_US;
  rounds->least = 0;
  for (rounds->n = 0; rounds->n < MAX_ROUNDS; rounds->n++) {
    if (rounds->n >= MIN_ROUNDS && g_get_monotonic_time () >= end)
      break;
    rounds->times[rounds->n] = time_round (benchmark->run, subject, &rounds->least);
    rounds->baselines[rounds->n] =
      time_round (benchmark->baseline, subject, best_baseline (benchmark));
  }
  qsort (rounds->times, rounds->n, sizeof (double), compare_doubles);
  qsort (rounds->baselines, rounds->n, sizeof (double), compare_doubles);
}

static void
run_benchmark (const Benchmark *benchmark, Subject *subject, const char *size)
{
  Rounds worst, rounds;
  double base;

  subject_prepare (subject, benchmark->needs);
  subject->octaves = 0;
  measure (benchmark, subject, &worst);
  /* Of zooming, the worst of some zooms counts. */
  while (benchmark->run == zoom_frame && ++subject->octaves < N_ZOOMS) {
    measure (benchmark, subject, &rounds);
    if (rounds.least > worst.least)
      worst = rounds;
  }
  base = *best_baseline (benchmark);
  printf ("%-20s  %s  %6u  %10.1f  %10.1f  %9.1f  %9.1f  %8.3f  %8.3f  %s\n", benchmark->name, size,
          worst.n, worst.least, worst.times[worst.n / 2], base, worst.baselines[worst.n / 2],
          worst.least / base, worst.times[worst.n / 2] / worst.baselines[worst.n / 2],
          benchmark->baseline_name);
  fflush (stdout);
}

/* names are those that are wanted; none of them means all. */
static void
run_benchmarks (BenchSize size, char **names)
{
  g_autofree char *words = bench_size_to_string (size);
  Subject subject;

  subject_init (&subject, size);
  for (guint i = 0; i < G_N_ELEMENTS (benchmarks); i++)
    if (size.n_entries <= benchmarks[i].max_entries &&
        (*names == NULL || g_strv_contains ((const char *const *) names, benchmarks[i].name)))
      run_benchmark (&benchmarks[i], &subject, words);
  subject_clear (&subject);
}

static void
run_once (const char *name, BenchSize size)
{
  Subject subject;

  subject_init (&subject, size);
  subject.octaves = ONCE_OCTAVES;
  for (guint i = 0; i < G_N_ELEMENTS (benchmarks); i++)
    if (g_str_equal (benchmarks[i].name, name)) {
      subject_prepare (&subject, benchmarks[i].needs);
      benchmarks[i].run (&subject);
    }
  subject_clear (&subject);
}

int
main (int argc, char **argv)
{
  BenchSize size;

  if (argc > 2 && g_str_equal (argv[1], "--once") && bench_size_parse (argc - 3, argv + 3, &size)) {
    run_once (argv[2], size);
    return 0;
  }
  if (bench_size_parse (argc - 1, argv + 1, &size)) {
    run_benchmarks (size, argv + 3);
    return 0;
  }
  printf ("%-20s  %4s  %8s  %6s  %10s  %10s  %9s  %9s  %8s  %8s  %s\n", "what", "rows", "entries",
          "n", "min µs", "median", "base min", "base med", "min/min", "med/med", "baseline");
  fflush (stdout);
  return bench_run_sizes (argv[0], argv + 1, SIZE_LIMIT_S);
}
