/* fuzz-session.c: any bytes as steps through a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first bytes choose an agreement, the rest steps: views, dates, comparisons, filters,
 * selections, collapsed topics. After each the session's promises are held: what is in view is
 * finite and within its limits, dates have texts that can be read again, what is drawn lies in the
 * picture, a table has the rows that its comparison has.
 */
#include "mp-agreement.h"
#include "mp-density.h"
#include "mp-fuzz.h"
#include "mp-query.h"
#include "mp-reader.h"
#include "mp-scene.h"
#include "mp-session.h"
#include "mp-table.h"
#include "mp-words.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* 2026-11-23 */
#define TODAY (G_GINT64_CONSTANT (20780) * MP_SECONDS_PER_DAY)

/* An input makes no more steps than this, so that none takes much longer than others. */
#define MAX_STEPS 60

static const char *const dates[] = {
  "2026-04-27",     "2026",
  "2026-04~",       "2026?",
  "0000",           "-0001-12-31",
  "9999-12-31",     "Y10000",
  "Y-10000",        "Y100000000000",
  "Y-100000000000", "20XX",
  "2026-21",        "2026-04-27T23:59:59Z",
};

static const char *const spans[] = {
  "2019/2026-04-27", "2026-04-27/..",   "2026-04-27/",
  "../2030",         "/2030",           "/",
  "../..",           "2030?/2032~",     "2026/2026",
  "Y12345/Y23456",   "Y-100000000000/", "/Y100000000000",
  "0000/9999",       "20XX/..",         "2026-04-27/2026-04-27",
};

/* The rest of the input. After its end every byte is 0. */
typedef struct {
  const uint8_t *data;
  size_t size;
} Input;

static guint
take (Input *input, guint limit)
{
  if (input->size == 0)
    return 0;
  input->size--;
  return *input->data++ % limit;
}

/* Any number, including extreme ones. */
static gint64
take_instant (Input *input)
{
  guint64 bits = 0;

  for (guint i = 0; i < 8; i++)
    bits = bits << 8 | take (input, 256);
  return (gint64) bits;
}

static double
take_day (Input *input)
{
  return (double) take_instant (input) / (double) MP_SECONDS_PER_DAY / pow (10, take (input, 12));
}

static MpAgreement *
make_agreement (Input *input)
{
  g_autoptr (GString) json = g_string_new (
    "{\"milepost\":1,\"title\":\"T\",\"parties\":[],\"topics\":["
    "{\"id\":\"a\",\"title\":\"A\",\"color\":\"blue\"},{\"id\":\"b\",\"title\":\"B\",\"color\":"
    "\"red\"}],\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"press\"}],\"terms\":[");
  guint n_terms = take (input, 5), n_milestones = take (input, 5);
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < n_terms; i++)
    g_string_append_printf (
      json,
      "%s{\"id\":\"t%u\",\"title\":\"Term\",\"topic\":\"%s\",\"phases\":[{\"span\":\"%s\","
      "\"state\":\"State\",\"certainty\":\"reported\",\"sources\":[\"s\"]}]}",
      i > 0 ? "," : "", i, i % 2 == 0 ? "a" : "b", spans[take (input, G_N_ELEMENTS (spans))]);
  g_string_append (json, "],\"milestones\":[");
  for (guint i = 0; i < n_milestones; i++) {
    g_string_append_printf (json,
                            "%s{\"id\":\"m%u\",\"date\":\"%s\",\"title\":\"Milestone\",\"topic\":"
                            "\"a\",\"importance\":%u,\"certainty\":\"claimed\",\"sources\":[\"s\"]",
                            i > 0 ? "," : "", i, dates[take (input, G_N_ELEMENTS (dates))],
                            1 + i % 3);
    g_string_append (json, n_terms > 0 ? ",\"changes\":[\"t0\"]}" : "}");
  }
  g_string_append (json, "]}");
  bytes = g_bytes_new (json->str, json->len);
  return mp_reader_load_bytes (bytes, problems);
}

static MpSize
measure_fixed (MpTextRole role, const char *text, gpointer data)
{
  (void) role;
  (void) data;
  return (MpSize) { 7 * (double) g_utf8_strlen (text, -1), 16 };
}

static void
check_date (const MpDate *date)
{
  g_autofree char *words = mp_date_words (date);
  MpDate again;

  mp_fuzz_expect (*words != '\0', "an as-of date has words");
  mp_fuzz_expect (mp_date_parse (date->text, -1, &again, NULL, NULL),
                  "an as-of date can be read again");
  mp_fuzz_expect (again.earliest == date->earliest && again.after == date->after,
                  "and means the same");
}

static void
check_rect (MpRect rect)
{
  mp_fuzz_expect (isfinite (rect.x) && isfinite (rect.y) && isfinite (rect.width) &&
                    isfinite (rect.height),
                  "a rectangle has numbers");
}

/* Lays out what the session shows, and holds what is in force against what is drawn. */
static void
check_scene (MpSession *session, double width, double height, gboolean has_numbers)
{
  MpMeasure measure = { measure_fixed, NULL, 1 };
  MpAgreement *agreement = mp_session_get_agreement (session);
  MpView view = mp_session_get_view (session), fit = mp_session_get_fit_view (session);
  double plot = mp_scene_plot_width (width, measure);
  g_autoptr (MpLayout) layout =
    mp_layout_new (&(MpLayoutRequest) { .agreement = agreement,
                                        .begin = fit.begin,
                                        .end = fit.end,
                                        .per_day = plot / mp_view_span (view),
                                        .fit_width = plot,
                                        .stacked = mp_scene_is_stacked (width, measure),
                                        .visible = mp_session_get_visible_set (session),
                                        .collapsed = mp_session_get_collapsed (session),
                                        .has_numbers = has_numbers,
                                        .measure = measure });
  g_autoptr (MpScene) scene = mp_scene_new (&(MpSceneRequest) {
    .layout = layout,
    .begin = view.begin,
    .today = mp_session_get_today (session),
    .as_of = mp_session_get_as_of (session),
    .before = mp_session_get_before (session),
    .width = width,
    .height = height,
    .measure = measure,
  });
  g_autofree char *dump = mp_scene_dump (scene);

  mp_fuzz_expect (strstr (dump, "nan") == NULL && strstr (dump, "inf ") == NULL,
                  "a scene has numbers");
  for (guint i = 0; i < scene->n_bars; i++) {
    const MpSceneBar *bar = &scene->bars[i];

    check_rect (bar->rect);
    check_rect (bar->visible);
    check_rect (bar->label);
    mp_fuzz_expect (bar->faint_x0 <= bar->faint_x1, "a bar fades outwards");
  }
  for (guint i = 0; i < scene->n_words; i++)
    check_rect (scene->words[i]);
  for (guint i = 0; i < scene->n_numbers; i++)
    check_rect (scene->numbers[i].rect);
  mp_scene_pick (scene, width / 2, height / 2);
}

/* Fonts are looked up only once: that takes longer than all steps of an input. */
static MpText *
text_for_tables (void)
{
  static MpText *text;

  if (text == NULL)
    text = mp_text_new (NULL, 1);
  return text;
}

/* Lays out the comparison as a table, and counts its rows. */
static void
check_table (MpSession *session, double width)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpDate *before = mp_session_get_before (session), *after = mp_session_get_as_of (session);
  gboolean hide = mp_session_get_hide_unchanged (session);
  MpTableRequest request = { .agreement = agreement,
                             .before = before,
                             .after = after,
                             .milestone = MP_NONE,
                             .hide_unchanged = hide,
                             .width = width,
                             .text = text_for_tables () };
  g_autoptr (MpTable) table = mp_table_new (&request);
  g_autoptr (GArray) comparisons = mp_compare (agreement, before, after);
  guint n_expected = 0, n_rows = 0;

  for (guint i = 0; i < comparisons->len; i++) {
    const MpComparison *comparison = &g_array_index (comparisons, MpComparison, i);

    n_expected +=
      comparison->change != MP_CHANGE_ABSENT && (!hide || !mp_comparison_is_same (comparison));
  }
  for (guint i = 0; i < table->n_rows; i++) {
    const MpTableRow *row = &table->rows[i];

    check_rect (row->rect);
    n_rows += row->kind == MP_ROW_TERM;
  }
  mp_fuzz_expect (isfinite (table->size.height), "a table has a height");
  mp_fuzz_expect (n_rows == n_expected, "a table has the rows of its comparison");
}

static void
check (MpSession *session, double width, double height, gboolean has_numbers)
{
  MpView view = mp_session_get_view (session);
  MpView limited = mp_session_limit_view (session, view);

  mp_fuzz_expect (isfinite (view.begin) && isfinite (view.end) && view.begin < view.end,
                  "days are in view");
  mp_fuzz_expect (isfinite (limited.begin) && isfinite (limited.end), "a limit is a day");
  check_date (mp_session_get_as_of (session));
  if (mp_session_get_before (session) != NULL)
    check_date (mp_session_get_before (session));
  if (mp_session_get_agreement (session) == NULL)
    return;
  check_scene (session, width, height, has_numbers);
  if (mp_session_get_before (session) != NULL)
    check_table (session, width);
}

static void
set_date (MpSession *session, Input *input)
{
  MpDate date;

  mp_date_parse (dates[take (input, G_N_ELEMENTS (dates))], -1, &date, NULL, NULL);
  if (take (input, 2) == 0)
    mp_session_set_as_of (session, &date);
  else
    mp_session_set_before (session, &date);
}

static void
set_filter (MpSession *session, Input *input)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();

  filter->in_force = take (input, 2) == 0;
  mp_session_set_filter (session, take (input, 3) == 0 ? NULL : filter);
}

static void
select_item (MpSession *session, Input *input)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  guint n_milestones = mp_agreement_milestones (agreement)->length;
  guint n_phases = mp_agreement_phases (agreement)->length;
  guint kind = take (input, 3);

  if (kind == 0 && n_milestones > 0)
    mp_session_set_selection (session, (MpItem) { MP_ITEM_MILESTONE, take (input, n_milestones) });
  else if (kind == 1 && n_phases > 0)
    mp_session_set_selection (session, (MpItem) { MP_ITEM_PHASE, take (input, n_phases) });
  else
    mp_session_set_selection (session, (MpItem) { MP_ITEM_NONE, 0 });
  mp_session_reveal_selection (session);
}

static void
make_step (MpSession *session, Input *input)
{
  double begin;

  switch (take (input, 12)) {
  case 0:
    begin = take_day (input);
    mp_session_set_view (session, begin, begin + fabs (take_day (input)));
    break;
  case 1:
    mp_session_pan (session, take_day (input));
    break;
  case 2:
    mp_session_zoom (session, take_day (input), exp (take (input, 60) - 30.0));
    break;
  case 3:
    mp_session_set_as_of_day (session, take_instant (input));
    break;
  case 4:
    mp_session_set_before_day (session, take_instant (input));
    break;
  case 5:
    set_date (session, input);
    break;
  case 6:
    mp_session_set_before (session, NULL);
    break;
  case 7:
    mp_session_compare (session);
    break;
  case 8:
    mp_session_toggle_topic (session, take (input, 2));
    break;
  case 9:
    mp_session_set_hide_unchanged (session, take (input, 2) == 0);
    break;
  case 10:
    set_filter (session, input);
    break;
  default:
    select_item (session, input);
    break;
  }
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  (void) argc;
  (void) argv;
  setlocale (LC_ALL, "C.UTF-8");
  /* A warning of GLib is a mistake that was found. */
  g_log_set_always_fatal ((GLogLevelFlags) (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL));
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const double widths[] = { 1, 200, 600, 1200, 4000, 16384 };
  static const double heights[] = { 0, 1, 300, 900, 16384 };
  Input input = { data, size };
  g_autoptr (MpSession) session = mp_session_new (TODAY);
  g_autoptr (MpAgreement) agreement = make_agreement (&input);

  mp_fuzz_expect (agreement != NULL, "the agreement can be read");
  mp_session_set_agreement (session, agreement);
  for (guint i = 0; i < MAX_STEPS && input.size > 0; i++) {
    double width, height;

    make_step (session, &input);
    width = widths[take (&input, G_N_ELEMENTS (widths))];
    height = heights[take (&input, G_N_ELEMENTS (heights))];
    check (session, width, height, input.size % 4 == 0);
  }
  return 0;
}
