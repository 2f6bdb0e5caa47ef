/* test-carried-support.h: what the tests of pictures that carry their agreement share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-carried.h"
#include "mp-export.h"
#include "mp-reader.h"

#include "mp-test-scene.h"

static inline MpFigureOptions
new_options (void)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));

  options.width = 900;
  options.height = 600;
  options.has_agreement = TRUE;
  return options;
}

static inline GBytes *
export_with (MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *png = mp_export_figure (NULL, agreement, options, &error);

  g_assert_no_error (error);
  return png;
}

static inline MpCarried *
read_carried (GBytes *png, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);

  return mp_carried_read (stream, NULL, error);
}

static inline MpAgreement *
read_agreement (const MpCarried *carried)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  MpAgreement *agreement = mp_reader_load_bytes (mp_carried_get_agreement (carried), problems);

  g_assert_nonnull (agreement);
  return agreement;
}
