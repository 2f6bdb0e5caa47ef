/* mp-test-scene.h: scenes, texts to compare with, and the end of programs that used fonts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-scene.h"
#include "mp-test-support.h"

G_BEGIN_DECLS

/* Measures all characters alike, so that no layout in a test depends on a font. unit is the size of
 * text, as in MpMeasure: 1, 1.5 or 2. */
MpMeasure mp_test_measure (double unit);

/* The view that a test makes a scene of. */
typedef struct {
  MpAgreement *agreement;
  double begin; /* days; begin and end 0: all of the agreement */
  double end;
  const char *today;  /* NULL: MP_TEST_TODAY */
  const char *as_of;  /* NULL: today */
  const char *before; /* the date that it is compared with; NULL: none */
  const char *known;  /* the date as of whose knowledge it is shown; NULL: all */
  double width;       /* 0: 1200 */
  double height;      /* 0: as high as needed */
  double scroll;
  double unit;              /* 0: 1 */
  const MpMeasure *measure; /* NULL: that of tests for the unit */
  MpVisibleSet *visible;    /* NULL: every entry */
  MpBits *collapsed;        /* NULL: no topic */
} MpTestView;

/* All labels of the layout are placed, so places can be asked for. */
MpLayout *mp_test_layout (const MpTestView *view) G_GNUC_WARN_UNUSED_RESULT;
MpScene *mp_test_scene (const MpTestView *view) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the labels and clusters of all days, with the measure of tests. From then on places can
 * be asked for. Free with mp_layout_part_free (). */
MpLayoutPart *mp_test_part (MpLayout *layout) G_GNUC_WARN_UNUSED_RESULT;

/* Stores the days of a view that shows all of the agreement. */
void mp_test_fit (const MpTestView *view, double *begin, double *end);

/* Returns a view with a random width, text size and part of the agreement. */
MpTestView mp_test_random_view (MpAgreement *agreement);

/* Fails unless two texts are the same, and shows the first line that differs. */
void mp_test_assert_same_text (const char *name, const char *expected, const char *actual);

/* Fails unless tests/scenes/NAME holds the text, and then writes the text to the build folder. With
 * MP_UPDATE_GOLDEN in the environment it writes the kept text instead. */
void mp_test_assert_golden (const char *name, const char *text);

/* Runs the tests of a program that uses fonts, and frees what font libraries keep, so that real
 * leaks are seen. Returns the exit code. */
int mp_test_run_with_fonts (void);

/* Whether a label is where its layout has it, rather than moved in from an edge; and whether a stem
 * is at its date, rather than at the edge next to it. */
gboolean mp_test_is_at_home (const MpScene *scene, const MpSceneMark *mark);
gboolean mp_test_has_stem (const MpScene *scene, const MpSceneMark *mark);

G_END_DECLS
