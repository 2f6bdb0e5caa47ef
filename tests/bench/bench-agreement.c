/* bench-agreement.c: agreements of any size to measure with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are like real ones in what makes work: titles of two to six words, all certainties and kinds
 * of sources, and a few dates that are known to the month or the year only. Phases of one term
 * meet, and differ in length; those of a few days begin and end at a time of day.
 */
#include "bench-agreement.h"

#include "mp-date.h"

#define N_TOPICS 10
#define N_SOURCES 40
#define MIN_MANY_ROWS 5
#define MAX_MANY_ROWS 1000

/* 2000-01-01 and 2030-01-01, in days since 1970. */
#define FIRST_DAY 10957
#define LAST_DAY 21914

/* The shortest phase is this part of the average. */
#define SHORTEST 0.4

/* Shorter phases, on average, begin and end at a time of day. */
#define MIN_DAYS 3

static const char *const words[] = {
  "access",   "annual",    "approval", "audit",   "board",    "capacity", "cloud",    "consent",
  "contract", "cost",      "credit",   "data",    "deadline", "delivery", "deposit",  "draft",
  "early",    "exclusive", "fee",      "filing",  "final",    "first",    "funding",  "general",
  "grant",    "guarantee", "harbour",  "hearing", "interest", "joint",    "lease",    "letter",
  "licence",  "limit",     "loan",     "long",    "market",   "minimum",  "new",      "notice",
  "office",   "option",    "partial",  "partner", "payment",  "period",   "price",    "product",
  "purchase", "rate",      "regional", "release", "renewal",  "report",   "research", "reserve",
  "review",   "right",     "round",    "second",  "service",  "share",    "supply",   "transfer",
};

/* What is frequent stands there more often. */
static const char *const certainties[] = {
  "stated",   "stated",   "stated",  "stated",   "stated", "stated",
  "reported", "reported", "claimed", "official", "stated", "disputed",
};
static const char *const kinds[] = { "primary", "filing", "official", "press", "article" };
static const char *const colors[] = {
  "blue", "green", "purple", "orange", "red", "teal", "yellow", "brown", "gray",
};

/* One of the texts of an array. */
#define pick(random, texts) (texts)[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]

typedef struct {
  GString *json;
  GRand *random;
} Writer;

static const char *
comma (guint i)
{
  return i > 0 ? "," : "";
}

/* Appends a key and a text of some words. */
static void
add_title (Writer *writer, const char *key, int least, int most)
{
  int n = g_rand_int_range (writer->random, least, most + 1);
  gsize begin;

  g_string_append_printf (writer->json, "\"%s\":\"", key);
  begin = writer->json->len;
  for (int i = 0; i < n; i++) {
    g_string_append (writer->json, i > 0 ? " " : "");
    g_string_append (writer->json, pick (writer->random, words));
  }
  writer->json->str[begin] = g_ascii_toupper (writer->json->str[begin]);
  g_string_append (writer->json, "\",");
}

/* Appends the keys that phases and milestones end with. One in five cites a second source. */
static void
add_grounds (Writer *writer)
{
  int source = g_rand_int_range (writer->random, 0, N_SOURCES);

  g_string_append_printf (writer->json, "\"certainty\":\"%s\",\"sources\":[\"s%d\"",
                          pick (writer->random, certainties), source);
  if (g_rand_int_range (writer->random, 0, 5) == 0)
    g_string_append_printf (writer->json, ",\"s%d\"", (source + 7) % N_SOURCES);
  g_string_append (writer->json, "]");
}

/* --- Dates ------------------------------------------------------------------------------------ */

/* How exactly a date is known. */
typedef enum {
  EXACT,
  ABOUT,
  MONTH,
  YEAR
} Exactness;

/* One date in ten is vague, unless it must be exact. */
static Exactness
choose_exactness (Writer *writer, Exactness vaguest)
{
  static const Exactness vague[] = { ABOUT, ABOUT, MONTH, MONTH, YEAR };
  Exactness exactness = EXACT;

  if (g_rand_int_range (writer->random, 0, 10) == 0)
    exactness = pick (writer->random, vague);
  return MIN (exactness, vaguest);
}

/* The day is counted from 1970; its fraction is the time of day. */
static void
add_date (Writer *writer, double day, Exactness exactness)
{
  static const int lengths[] = { [EXACT] = 10, [ABOUT] = 10, [MONTH] = 7, [YEAR] = 4 };
  MpInstant instant = (MpInstant) (day * MP_SECONDS_PER_DAY);
  g_autofree char *iso = mp_instant_to_iso (instant);

  /* "2012-05-17", or the same with a time, in which case all of it is written. */
  if (exactness == EXACT)
    g_string_append (writer->json, iso);
  else
    g_string_append_len (writer->json, iso, lengths[exactness]);
  if (exactness == ABOUT)
    g_string_append_c (writer->json, '~');
}

/* --- The parts of the file -------------------------------------------------------------------- */

static void
add_heads (Writer *writer)
{
  GString *json = writer->json;

  g_string_append (json, "{\"milepost\":1,\"title\":\"Made up\",\"parties\":["
                         "{\"id\":\"a\",\"name\":\"First party\"},"
                         "{\"id\":\"b\",\"name\":\"Second party\"}],\"topics\":[");
  for (guint i = 0; i < N_TOPICS; i++) {
    g_string_append_printf (json, "%s\n{\"id\":\"t%u\",", comma (i), i);
    add_title (writer, "title", 1, 2);
    g_string_append_printf (json, "\"color\":\"%s\"}", colors[i % G_N_ELEMENTS (colors)]);
  }
  g_string_append (json, "],\"sources\":[");
  for (guint i = 0; i < N_SOURCES; i++) {
    g_string_append_printf (json, "%s\n{\"id\":\"s%u\",", comma (i), i);
    add_title (writer, "title", 3, 6);
    g_string_append_printf (json, "\"kind\":\"%s\"}", kinds[i % G_N_ELEMENTS (kinds)]);
  }
}

/* A vague date is far from the other end of its phase, so that no interval runs backwards. */
static Exactness
phase_exactness (Writer *writer, double days)
{
  return choose_exactness (writer, days > 1000 ? YEAR : days > 100 ? MONTH : EXACT);
}

/* Two ends with a time of day do not go into one text. */
static void
add_phase (Writer *writer, double begin, double end, gboolean has_times, gboolean is_last)
{
  g_string_append (writer->json, has_times ? "\n{\"span\":{\"start\":\"" : "\n{\"span\":\"");
  add_date (writer, begin, phase_exactness (writer, end - begin));
  g_string_append (writer->json, has_times ? "\",\"end\":\"" : "/");
  /* Some last phases have no end: it is not published, or not known. */
  if (is_last && g_rand_boolean (writer->random))
    g_string_append (writer->json, g_rand_boolean (writer->random) ? ".." : "");
  else
    add_date (writer, end, phase_exactness (writer, end - begin));
  g_string_append (writer->json, has_times ? "\"}," : "\",");
  add_title (writer, "state", 1, 3);
  add_grounds (writer);
  g_string_append (writer->json, "}");
}

/* Phases that meet, from the first day to the last. */
static void
add_phases (Writer *writer, guint n)
{
  double average = (double) (LAST_DAY - FIRST_DAY) / n, begin = FIRST_DAY;
  gboolean has_times = average < MIN_DAYS;

  for (guint i = 0; i < n; i++) {
    /* What is left over or under on average is made up for by the next. */
    double end = FIRST_DAY + average * (i + 1);

    if (i + 1 < n)
      end += average * (1 - SHORTEST) * g_rand_double_range (writer->random, -0.5, 0.5);
    if (!has_times)
      end = (double) (gint64) end;
    g_string_append (writer->json, comma (i));
    add_phase (writer, begin, end, has_times, i + 1 == n);
    begin = end;
  }
}

static void
add_terms (Writer *writer, guint n_rows, guint n_phases)
{
  g_string_append (writer->json, "],\"terms\":[");
  for (guint i = 0; i < n_rows; i++) {
    guint first = (guint) ((guint64) n_phases * i / n_rows);
    guint next = (guint) ((guint64) n_phases * (i + 1) / n_rows);

    g_string_append_printf (writer->json, "%s\n{\"id\":\"x%u\",", comma (i), i);
    add_title (writer, "title", 2, 5);
    g_string_append_printf (writer->json,
                            "\"topic\":\"t%u\",\"obligor\":\"%s\",\"obligee\":\"%s\",\"phases\":[",
                            i % N_TOPICS, i % 2 == 0 ? "a" : "b", i % 2 == 0 ? "b" : "a");
    add_phases (writer, next - first);
    g_string_append (writer->json, "]}");
  }
}

/* One in a thousand has importance 1, as its label is never left out. One in four changes a term.
 */
static void
add_milestones (Writer *writer, guint n, guint n_rows)
{
  g_string_append (writer->json, "],\"milestones\":[");
  for (guint i = 0; i < n; i++) {
    int day = g_rand_int_range (writer->random, FIRST_DAY, LAST_DAY);

    g_string_append_printf (writer->json, "%s\n{\"id\":\"m%u\",\"date\":\"", comma (i), i);
    add_date (writer, day, choose_exactness (writer, YEAR));
    g_string_append (writer->json, "\",");
    add_title (writer, "title", 2, 6);
    g_string_append_printf (writer->json, "\"topic\":\"t%u\",\"importance\":%d,", i % N_TOPICS,
                            i % 1000 == 0 ? 1 : g_rand_int_range (writer->random, 2, 4));
    if (i % 4 == 0)
      g_string_append_printf (writer->json, "\"changes\":[\"x%d\"],",
                              g_rand_int_range (writer->random, 0, (int) n_rows));
    add_grounds (writer);
    g_string_append (writer->json, "}");
  }
  g_string_append (writer->json, "]}\n");
}

GBytes *
bench_agreement_new (guint n_rows, guint n_entries)
{
  guint n_phases = n_entries / 2;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  Writer writer = { g_string_new (NULL), random };

  n_rows = MIN (n_rows, n_phases);
  add_heads (&writer);
  add_terms (&writer, n_rows, n_phases);
  add_milestones (&writer, n_entries - n_phases, n_rows);
  return g_string_free_to_bytes (writer.json);
}

guint
bench_many_rows (guint n_entries)
{
  return CLAMP (n_entries / 20, MIN_MANY_ROWS, MAX_MANY_ROWS);
}
