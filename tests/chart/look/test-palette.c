/* test-palette.c: the colours of topics can be told apart, by the colour-blind as well
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every two accents of a theme are compared as people with each kind of colour blindness see them,
 * and as a printer without colours prints them. docs/accessibility.md has the figures.
 */
#include "mp-agreement.h"
#include "mp-scene.h"
#include "mp-style.h"

#include "mp-test-scene.h"

#include <math.h>

/* The least differences allowed, in CIEDE2000: 1 is just noticed side by side by a trained eye, 5
 * is seen at a glance. */
#define LEAST_NORMAL 12.0
#define LEAST_BLIND 6.0
#define LEAST_GRAY 2.0

#define SQUARE(x) ((x) * (x))
#define RADIANS(degrees) ((degrees) *G_PI / 180)

/* --- Seeing ----------------------------------------------------------------------------------- */

typedef enum {
  SIGHT_NORMAL,
  SIGHT_PROTANOPIA,
  SIGHT_DEUTERANOPIA,
  SIGHT_TRITANOPIA,
  SIGHT_GRAY,
  N_SIGHTS,
} Sight;

static const struct {
  const char *name;
  double least;
} sights[N_SIGHTS] = {
  { "normal", LEAST_NORMAL },    { "protanopia", LEAST_BLIND }, { "deuteranopia", LEAST_BLIND },
  { "tritanopia", LEAST_BLIND }, { "gray", LEAST_GRAY },
};

/* Gustavo M. Machado, Manuel M. Oliveira, Leandro A. F. Fernandes: A Physiologically-based Model
 * for Simulation of Color Vision Deficiency, IEEE Transactions on Visualization and Computer
 * Graphics 15 (2009), severity 1.0; for linear RGB. */
static const double machado[N_SIGHTS][3][3] = {
  [SIGHT_PROTANOPIA] = { { 0.152286, 1.052583, -0.204868 },
                         { 0.114503, 0.786281, 0.099216 },
                         { -0.003882, -0.048116, 1.051998 } },
  [SIGHT_DEUTERANOPIA] = { { 0.367322, 0.860646, -0.227968 },
                           { 0.280085, 0.672501, 0.047413 },
                           { -0.011820, 0.042940, 0.968881 } },
  [SIGHT_TRITANOPIA] = { { 1.255528, -0.076749, -0.178779 },
                         { -0.078411, 0.930809, 0.147602 },
                         { 0.004733, 0.691367, 0.303900 } },
};

/* A channel of sRGB (IEC 61966-2-1) as an amount of light. */
static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* The amounts of light that a person sees. */
static MpRgb
see (MpRgb color, Sight sight)
{
  MpRgb light = { linear (color.red), linear (color.green), linear (color.blue) };
  double seen[3], gray = 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue;

  if (sight == SIGHT_NORMAL)
    return light;
  if (sight == SIGHT_GRAY)
    return (MpRgb) { gray, gray, gray };
  for (guint i = 0; i < 3; i++) {
    const double *row = machado[sight][i];

    seen[i] = CLAMP (row[0] * light.red + row[1] * light.green + row[2] * light.blue, 0, 1);
  }
  return (MpRgb) { seen[0], seen[1], seen[2] };
}

/* --- Differences ------------------------------------------------------------------------------ */

typedef struct {
  double l;
  double a;
  double b;
} Lab;

static double
lab_root (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIELAB, 1976, for the white of sRGB (D65). */
static Lab
to_lab (MpRgb light)
{
  double x = 0.4124564 * light.red + 0.3575761 * light.green + 0.1804375 * light.blue;
  double y = 0.2126729 * light.red + 0.7151522 * light.green + 0.0721750 * light.blue;
  double z = 0.0193339 * light.red + 0.1191920 * light.green + 0.9503041 * light.blue;

  x = lab_root (x / 0.95047);
  y = lab_root (y);
  z = lab_root (z / 1.08883);
  return (Lab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

/* An angle in degrees, from 0 up to 360. */
static double
hue (double a, double b)
{
  double angle = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return angle < 0 ? angle + 360 : angle;
}

/* How much the chroma of grayish colours counts more. */
static double
stretch (double chroma)
{
  return sqrt (pow (chroma, 7) / (pow (chroma, 7) + pow (25, 7)));
}

static double
mean_hue (double h1, double h2)
{
  if (fabs (h1 - h2) <= 180)
    return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

/* CIE 142-2001, with all weights 1. */
static double
ciede2000 (Lab p, Lab q)
{
  double g = 0.5 * (1 - stretch ((hypot (p.a, p.b) + hypot (q.a, q.b)) / 2));
  double a1 = p.a * (1 + g), a2 = q.a * (1 + g);
  double c1 = hypot (a1, p.b), c2 = hypot (a2, q.b), c = (c1 + c2) / 2;
  double h1 = hue (a1, p.b), h2 = hue (a2, q.b), turn = h2 - h1;
  gboolean is_gray = c1 == 0 || c2 == 0;
  double l = (p.l + q.l) / 2, h = is_gray ? h1 + h2 : mean_hue (h1, h2);
  double t = 1 - 0.17 * cos (RADIANS (h - 30)) + 0.24 * cos (RADIANS (2 * h)) +
             0.32 * cos (RADIANS (3 * h + 6)) - 0.20 * cos (RADIANS (4 * h - 63));
  double rotation = -sin (RADIANS (60 * exp (-SQUARE ((h - 275) / 25)))) * 2 * stretch (c);
  double dl, dc, dh;

  if (is_gray)
    turn = 0;
  else if (fabs (turn) > 180)
    turn += turn > 0 ? -360 : 360;
  dl = (q.l - p.l) / (1 + 0.015 * SQUARE (l - 50) / sqrt (20 + SQUARE (l - 50)));
  dc = (c2 - c1) / (1 + 0.045 * c);
  dh = 2 * sqrt (c1 * c2) * sin (RADIANS (turn / 2)) / (1 + 0.015 * c * t);
  return sqrt (SQUARE (dl) + SQUARE (dc) + SQUARE (dh) + rotation * dc * dh);
}

/* Pairs from Sharma, Wu and Dalal: The CIEDE2000 Color-Difference Formula: Implementation Notes,
 * Supplementary Test Data, and Mathematical Observations (2005), table 1. */
static void
test_definition (void)
{
  static const struct {
    Lab p;
    Lab q;
    double difference;
  } pairs[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
    { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
    { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_assert_cmpfloat_with_epsilon (ciede2000 (pairs[i].p, pairs[i].q), pairs[i].difference, 1e-4);
    g_assert_cmpfloat_with_epsilon (ciede2000 (pairs[i].q, pairs[i].p), pairs[i].difference, 1e-4);
  }
}

/* Without red, red and a dark olive look alike; white stays white for all. */
static void
test_sights (void)
{
  MpRgb white = { 1, 1, 1 }, red = { 0.78, 0.19, 0.19 }, olive = { 0.36, 0.33, 0.13 };

  for (guint i = 0; i < N_SIGHTS; i++) {
    MpRgb seen = see (white, (Sight) i);

    g_assert_cmpfloat_with_epsilon (seen.red, 1, 1e-3);
    g_assert_cmpfloat_with_epsilon (seen.green, 1, 1e-3);
    g_assert_cmpfloat_with_epsilon (seen.blue, 1, 1e-3);
  }
  g_assert_cmpfloat (
    ciede2000 (to_lab (see (red, SIGHT_NORMAL)), to_lab (see (olive, SIGHT_NORMAL))), >, 25);
  g_assert_cmpfloat (
    ciede2000 (to_lab (see (red, SIGHT_PROTANOPIA)), to_lab (see (olive, SIGHT_PROTANOPIA))), <,
    12);
}

/* --- The palette ------------------------------------------------------------------------------ */

static void
check_pairs (MpTheme theme, Sight sight)
{
  const MpShades *shades = mp_style_get (theme)->shades;
  double least = G_MAXDOUBLE;
  MpColor first = 0, second = 0;

  for (guint i = 0; i < MP_N_COLORS; i++) {
    for (guint j = 0; j < i; j++) {
      double difference =
        ciede2000 (to_lab (see (shades[i].accent, sight)), to_lab (see (shades[j].accent, sight)));

      if (difference >= least)
        continue;
      least = difference;
      first = (MpColor) i;
      second = (MpColor) j;
    }
  }
  g_test_message ("%s, %s: at least %.1f (%s and %s)", mp_theme_to_string (theme),
                  sights[sight].name, least, mp_color_to_string (first),
                  mp_color_to_string (second));
  if (least < sights[sight].least)
    g_test_fail ();
}

static void
test_topics_differ (void)
{
  for (guint theme = 0; theme < MP_N_THEMES; theme++)
    for (guint sight = 0; sight < N_SIGHTS; sight++)
      check_pairs ((MpTheme) theme, (Sight) sight);
}

/* Greys may be as close as 2, for colour is never all that tells topics apart: every row of a term
 * stands under the title of its topic, at every size. */
static void
check_titles (const MpScene *scene, MpAgreement *agreement)
{
  const MpTopic *topics = mp_agreement_topics (agreement, NULL);
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  guint32 heading = MP_NONE;

  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *row = &scene->row_items[i];

    if (row->kind == MP_ROW_TOPIC) {
      heading = row->index;
      g_assert_cmpstr (row->text, ==, mp_agreement_text (agreement, topics[heading].title));
      g_assert_cmpfloat (row->title.width, >, 0);
    } else {
      g_assert_cmpuint (heading, ==, terms[row->index].topic);
      g_assert_cmpint (row->color, ==, topics[heading].color);
    }
  }
}

static void
test_never_alone (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (double width = 320; width <= 1600; width += 320) {
    for (double unit = 1; unit <= 2; unit++) {
      g_autoptr (MpScene) scene =
        mp_test_scene (&(MpTestView) { .agreement = agreement, .width = width, .unit = unit });

      check_titles (scene, agreement);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/ciede2000", test_definition);
  g_test_add_func ("/palette/sights", test_sights);
  g_test_add_func ("/palette/topics-differ", test_topics_differ);
  g_test_add_func ("/palette/never-alone", test_never_alone);
  return g_test_run ();
}
