/* mp-options-text.h: the options of a figure as text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is a JSON object. What belongs to the agreement is named by its id, and dates are
 * written in EDTF, so that a person can read it. Options that stand for nothing in particular are
 * left out.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-figure.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The longest text that is read, in bytes. */
#define MP_OPTIONS_TEXT_MAX ((gsize) 1024 * 1024)

/* Returns the text for options, with the version of the program and the language that it speaks.
 * Free with g_free (). */
char *mp_options_to_text (const MpFigureOptions *options,
                          MpAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;

/* Reads options from a text that somebody else may have written. Each must be of its kind and
 * within its bounds, and name what is in the agreement; those that it does not know are of a later
 * version and do not matter. Returns NULL and sets error (G_IO_ERROR_INVALID_DATA), a sentence, if
 * one is not right. Free with mp_figure_options_free (). */
MpFigureOptions *mp_options_from_text (const char *text, MpAgreement *agreement,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Return the version and the language in a text, or "" where there is none. Free with g_free (). */
char *mp_options_text_version (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *mp_options_text_language (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the code of the language that the program speaks: "en", "de", "zh-Hans" (BCP 47). */
const char *mp_options_own_language (void);

G_END_DECLS
