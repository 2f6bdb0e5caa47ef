/* test-svg-support.h: what the tests of SVG share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-export.h"

#include "mp-test-scene.h"

/* Hatched, soft, unknown, open and uncertain ends, every line, several sources, and words that are
 * cut. */
#define KINDS                                                                                      \
  "topic work blue Work\nterm rent - Rent of a very long name that is cut off somewhere\n"         \
  "phase 2019/2022 stated Low\ncite one,two,three\n"                                               \
  "phase 2022/2028~ disputed High until about then\ncite four\n"                                   \
  "term pay - Pay\nphase ../2024? reported Once\nphase 2024?/.. claimed Twice\n"                   \
  "term end - End\nearly 2020-02/2029 stated In force\nalternative 2021/2027 reported Other\n"     \
  "milestone sign 2019-05-01 1 stated - Signed\ncite one,four\n"                                   \
  "milestone move 2023-06? 2 claimed - Moved\nmilestone late 2025~ 3 reported - Late\n"

static inline MpFigureOptions
new_options (void)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));

  options.layout = MP_LAYOUT_WINDOW;
  options.width = 1000;
  return options;
}

static inline char *
export_svg (MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autoptr (GError) error = NULL;
  const MpExportFormat *format = mp_export_find_format ("Figure.SVG");
  g_autoptr (GBytes) bytes = mp_export_figure (format, agreement, options, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (format->name, ==, "SVG");
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
