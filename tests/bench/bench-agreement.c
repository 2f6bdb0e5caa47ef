/* bench-agreement.c: agreements of any size to measure with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-agreement.h"

#include "mp-date.h"

#define N_TOPICS 10

/* 2000-01-01 and 2030-01-01, in days since 1970. */
#define FIRST_DAY 10957
#define LAST_DAY 21914

static const char *
comma (guint i)
{
  return i > 0 ? "," : "";
}

static void
add_heads (GString *json, const BenchSize *size)
{
  g_string_append (json, "{\"milepost\":1,\"title\":\"Made up\",\"topics\":[");
  for (guint i = 0; i < N_TOPICS; i++)
    g_string_append_printf (json, "%s{\"id\":\"t%u\",\"title\":\"Topic %u\",\"color\":\"blue\"}",
                            comma (i), i, i);
  g_string_append (json, "],\"sources\":[");
  for (guint i = 0; i < size->n_sources; i++)
    g_string_append_printf (json, "%s{\"id\":\"s%u\",\"title\":\"S\",\"kind\":\"press\"}",
                            comma (i), i);
}

static void
add_phase (GString *json, const BenchSize *size, guint phase, guint source)
{
  double step = (double) (LAST_DAY - FIRST_DAY) / size->n_phases;
  gint64 from = (gint64) (FIRST_DAY + phase * step) * MP_SECONDS_PER_DAY;
  gint64 until = (gint64) (FIRST_DAY + (phase + 1) * step) * MP_SECONDS_PER_DAY;
  g_autofree char *start = mp_instant_to_iso (from);
  g_autofree char *end = mp_instant_to_iso (until);

  g_string_append_printf (json,
                          "%s{\"span\":\"%s/%s\",\"state\":\"State %u\","
                          "\"certainty\":\"stated\",\"sources\":[\"s%u\"]}",
                          comma (phase), start, end, phase, source % size->n_sources);
}

static void
add_terms (GString *json, const BenchSize *size)
{
  g_string_append (json, "],\"terms\":[");
  for (guint i = 0; i < size->n_terms; i++) {
    g_string_append_printf (json,
                            "%s\n{\"id\":\"x%u\",\"title\":\"Term %u\",\"topic\":\"t%u\","
                            "\"phases\":[",
                            comma (i), i, i, i % N_TOPICS);
    for (guint j = 0; j < size->n_phases; j++)
      add_phase (json, size, j, i * size->n_phases + j);
    g_string_append (json, "]}");
  }
}

static void
add_milestones (GString *json, const BenchSize *size)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  g_string_append (json, "],\"milestones\":[");
  for (guint i = 0; i < size->n_milestones; i++) {
    g_autofree char *date =
      mp_instant_to_iso (g_rand_int_range (random, FIRST_DAY, LAST_DAY) * MP_SECONDS_PER_DAY);

    g_string_append_printf (json,
                            "%s\n{\"id\":\"m%u\",\"date\":\"%s\",\"title\":\"Milestone %u\","
                            "\"topic\":\"t%u\",\"importance\":%d,\"certainty\":\"stated\","
                            "\"sources\":[\"s%u\"]",
                            comma (i), i, date, i, i % N_TOPICS,
                            i % 1000 == 0 ? 1 : g_rand_int_range (random, 2, 4),
                            i % size->n_sources);
    for (guint j = 0; j < size->n_changes; j++)
      g_string_append_printf (json, "%s\"x%u\"", j > 0 ? "," : ",\"changes\":[",
                              (i + j) % size->n_terms);
    g_string_append (json, size->n_changes > 0 ? "]}" : "}");
  }
  g_string_append (json, "]}\n");
}

GBytes *
bench_agreement_new (const BenchSize *size)
{
  GString *json = g_string_new (NULL);

  add_heads (json, size);
  add_terms (json, size);
  add_milestones (json, size);
  return g_string_free_to_bytes (json);
}
