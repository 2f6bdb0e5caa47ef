/* test-density.c: a whole agreement in small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-density.h"
#include "mp-filter.h"

#include "mp-scale.h"
#include "mp-test-scene.h"

#define N_RANDOM 60

static MpView
fit_of (MpAgreement *agreement)
{
  MpTestView view = { .agreement = agreement };
  MpView all;

  mp_test_fit (&view, &all.begin, &all.end);
  return all;
}

static MpDensity *
density_of (MpAgreement *agreement)
{
  return mp_density_new (agreement, NULL, fit_of (agreement));
}

static guint
cell_at (const MpDensity *density, const char *date)
{
  double day = mp_day_from_instant (mp_test_instant (date));

  return (guint) ((day - density->all.begin) / mp_view_span (density->all) * MP_DENSITY_CELLS);
}

/* Few terms have a stripe each, in the order of the rows. */
static void
test_few_terms (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("topic one blue One\n"
                                                         "topic two green Two\n"
                                                         "term a two A\n"
                                                         "phase 2010-01-01/2014-01-01 stated X\n"
                                                         "term b one B\n"
                                                         "phase 2016/2018-06-01 stated X\n"
                                                         "phase 2022-01-01/.. stated Y\n");
  g_autoptr (MpDensity) density = density_of (agreement);
  const guint8 *first, *second;

  g_assert_cmpuint (density->n_stripes, ==, 2);
  g_assert_cmpint (density->stripes[0].color, ==, MP_COLOR_BLUE);
  g_assert_cmpint (density->stripes[1].color, ==, MP_COLOR_GREEN);
  first = density->stripes[0].levels;
  second = density->stripes[1].levels;
  g_assert_cmpuint (first[cell_at (density, "2012-01-01")], ==, 0);
  /* Begun on some day of that year, so not certain before its end. */
  g_assert_cmpuint (first[cell_at (density, "2016-06-01")], >, 0);
  g_assert_cmpuint (first[cell_at (density, "2016-06-01")], <, 255);
  g_assert_cmpuint (first[cell_at (density, "2017-06-01")], ==, 255);
  g_assert_cmpuint (first[cell_at (density, "2020-01-01")], ==, 0);
  g_assert_cmpuint (first[MP_DENSITY_CELLS - 1], >, 0);
  g_assert_cmpuint (second[cell_at (density, "2012-01-01")], ==, 255);
  g_assert_cmpuint (second[cell_at (density, "2016-01-01")], ==, 0);
}

/* Many terms share stripes; each of them can still be seen. */
static void
test_many_terms (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (MpAgreement) agreement = NULL;
  g_autoptr (MpDensity) density = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (lines, "term t%u - T\nphase %s stated X\n", i,
                            i == 0 ? "2000-01-01/2024-01-01" : "2010-01-01/2020-01-01");
  agreement = mp_test_agreement (lines->str);
  density = density_of (agreement);
  g_assert_cmpuint (density->n_stripes, ==, MP_DENSITY_MAX_STRIPES);
  g_assert_cmpuint (density->stripes[0].levels[cell_at (density, "2005-01-01")], >=, 90);
  g_assert_cmpuint (density->stripes[0].levels[cell_at (density, "2005-01-01")], <, 110);
  g_assert_cmpuint (density->stripes[0].levels[cell_at (density, "2015-01-01")], ==, 255);
  g_assert_cmpuint (density->stripes[1].levels[cell_at (density, "2005-01-01")], ==, 0);
}

/* The most important milestones have a mark each; the others are only counted. */
static void
test_milestones (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("topic one blue One\n"
                                                         "topic two green Two\n"
                                                         "term t one T\n"
                                                         "milestone a 2010-01-01 1 stated - A\n"
                                                         "milestone b 2020-06-01 2 stated - B\n"
                                                         "milestone c 2020-06-02 3 stated - C\n");
  g_autoptr (MpDensity) density = density_of (agreement);

  g_assert_cmpuint (density->n_marks, ==, 1);
  g_assert_cmpuint (density->marks[0].cell, ==, cell_at (density, "2010-01-01"));
  g_assert_cmpuint (density->milestones[cell_at (density, "2020-06-01")], ==, 255);
  g_assert_cmpuint (density->milestones[cell_at (density, "2010-01-01")], ==, 172);
  g_assert_cmpuint (density->milestones[cell_at (density, "2015-01-01")], ==, 0);
}

/* What is not shown is not there. */
static void
test_filter (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpDensity) all = density_of (agreement), some = NULL;
  g_autoptr (MpVisibleSet) visible = NULL;
  guint n_topics;

  mp_agreement_topics (agreement, &n_topics);
  filter->topics = mp_bits_new (n_topics);
  mp_bits_set (filter->topics, 0, TRUE);
  visible = mp_filter_apply (filter, agreement, 0, 1);
  some = mp_density_new (agreement, visible, fit_of (agreement));
  g_assert_cmpuint (some->n_stripes, >, 0);
  g_assert_cmpuint (some->n_stripes, <, all->n_stripes);
  for (guint i = 0; i < some->n_stripes; i++)
    g_assert_cmpint (some->stripes[i].color, ==, mp_agreement_topics (agreement, NULL)[0].color);
  g_assert_cmpuint (some->n_marks, <, all->n_marks);
}

/* Whatever there is, it has its form. */
static void
test_random (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (200);
    g_autoptr (MpDensity) density = density_of (agreement);
    guint n_terms, last = 0;

    mp_agreement_terms (agreement, &n_terms);
    g_assert_cmpuint (density->n_stripes, ==, MIN (n_terms, MP_DENSITY_MAX_STRIPES));
    g_assert_cmpuint (density->n_marks, <=, MP_DENSITY_CELLS);
    for (guint i = 0; i < density->n_marks; i++) {
      guint cell = density->marks[i].cell;

      g_assert_true (i == 0 || cell > last);
      g_assert_cmpuint (density->milestones[cell], >, 0);
      last = cell;
    }
  }
}

static void
test_nothing (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("");
  g_autoptr (MpDensity) density = density_of (agreement);
  g_autoptr (MpDensity) other = mp_density_ref (density);

  g_assert_cmpuint (density->n_stripes, ==, 0);
  g_assert_cmpuint (density->n_marks, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/density/few-terms", test_few_terms);
  g_test_add_func ("/density/many-terms", test_many_terms);
  g_test_add_func ("/density/milestones", test_milestones);
  g_test_add_func ("/density/filter", test_filter);
  g_test_add_func ("/density/random", test_random);
  g_test_add_func ("/density/nothing", test_nothing);
  return g_test_run ();
}
