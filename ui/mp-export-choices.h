/* mp-export-choices.h: what the user chose about a figure, kept from one export to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog sets all of it. What leaves the window without the dialog, such as a copy, uses what
 * was chosen last.
 */
#pragma once

#include "mp-export.h"
#include "mp-preset.h"
#include "mp-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What part of the agreement a figure shows. */
typedef enum {
  MP_RANGE_EVERYTHING,
  MP_RANGE_IN_VIEW, /* the days that the window shows */
  MP_RANGE_DATES,   /* between two dates */
} MpExportRange;
#define MP_N_EXPORT_RANGES 3

/* Pointers are borrowed. */
typedef struct {
  const MpPreset *preset;
  gboolean has_size; /* the size is the user's own, not that of the preset */
  double width;      /* logical pixels */
  double height;     /* the same; 0: as high as the content */
  double scale;      /* pixels for a logical pixel */
  MpChart chart;     /* in the layout of the window only */
  MpExportRange range;
  const MpDate *from;   /* of MP_RANGE_DATES: dates with a beginning and an end; */
  const MpDate *to;     /* NULL: that of the agreement */
  const char *headline; /* NULL: derived */
  const char *subtitle;
  double text_size;
  MpTheme theme;
  MpColoring coloring;
  gboolean is_transparent;
  const MpExportFormat *format;
  gboolean has_agreement;
  gboolean has_outlines;
} MpExportChoices;

/* Returns what was chosen last. settings may be NULL: then what stands in the schema as default. A
 * setting that this version does not know, such as a preset of another one, is the default. */
MpExportChoices mp_export_choices_load (GSettings *settings);

/* Keeps all that does not depend on the agreement: not the dates, the headline and the subtitle.
 * What leaves the window without the dialog has those that are derived: words written for one
 * figure would stand over another one. */
void mp_export_choices_keep (const MpExportChoices *choices, GSettings *settings);

/* Returns a copy of what a session shows, which stays as it is while the session goes on: the
 * as-of date, the comparison, the filter, the selection, the days in view, the collapsed topics.
 * font is the window's, as for mp_text_new (). Free with mp_figure_options_free (). */
MpFigureOptions *mp_export_choices_shown (MpSession *session,
                                          const char *font) G_GNUC_WARN_UNUSED_RESULT;

/* Stores in options the figure of what is shown, with these choices. It borrows from both. Returns
 * FALSE and sets error (G_IO_ERROR_INVALID_ARGUMENT) if the dates are in the wrong order.
 *
 * The window's font is used in the layout of the window only, which is to look like it. All others
 * have the default font, as on the command line: on every desktop they are the same. */
gboolean mp_export_choices_apply (const MpExportChoices *choices, MpAgreement *agreement,
                                  const MpFigureOptions *shown, MpFigureOptions *options,
                                  GError **error);

G_END_DECLS
