/* mp-carried.h: agreements that are inside pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A PNG file that was exported with has_agreement carries the file of its agreement, byte for byte,
 * and the view: the options of the figure. It can be opened like that file:
 *
 *     agreement = mp_carried_load_file (file, ..., problems, &carried, &error);
 *     if (carried != NULL)
 *       options = mp_carried_get_view (carried, agreement, &error);
 *
 * Everything that comes out of a picture was written by somebody else. The agreement goes through
 * the ordinary reader, with all of its checks and limits, and so does the view through its own.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-figure.h"
#include "mp-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a picture carries. */
typedef struct _MpCarried MpCarried;

/* The number of bytes that tell a PNG file from others. */
#define MP_CARRIED_SIGNATURE_LENGTH 8

/* Returns whether the bytes that a file begins with are those of a PNG file. */
gboolean mp_carried_is_picture (gconstpointer bytes, gsize length);

/* Reads a PNG file from a stream, up to where the picture itself begins, and returns what it
 * carries. On failure returns NULL and sets error (G_IO_ERROR), whose message names no file:
 * G_IO_ERROR_NOT_FOUND if no agreement is inside, G_IO_ERROR_INVALID_DATA if the file is damaged,
 * or the error of the stream. Free with mp_carried_free (), which accepts NULL. */
MpCarried *mp_carried_read (GInputStream *stream, GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mp_carried_free (MpCarried *carried);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpCarried, mp_carried_free)

/* Returns the bytes of the agreement's file. Owned by carried. */
GBytes *mp_carried_get_agreement (const MpCarried *carried);

/* Return the version of Milepost that made the picture, and the code of the language that it spoke,
 * "" if that is not known. Owned by carried; any text may be there. */
const char *mp_carried_get_version (const MpCarried *carried);
const char *mp_carried_get_language (const MpCarried *carried);

/* Returns the options of the figure, for the agreement that has been read from the bytes. If there
 * are none, or they are not right, returns NULL and sets error (G_IO_ERROR_INVALID_DATA): then the
 * agreement can still be shown. What they ask for may be more than mp_export_check () allows. Free
 * with mp_figure_options_free (). */
MpFigureOptions *mp_carried_get_view (const MpCarried *carried, MpAgreement *agreement,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Load an agreement as mp_reader_load_file () and mp_reader_load_stream () do, also if the file is
 * a picture: then *carried is set to what it carries, to be freed with mp_carried_free (), else to
 * NULL. Positions of problems are those in the agreement's text. carried may be NULL. */
MpAgreement *mp_carried_load_file (GFile *file, GCancellable *cancellable, MpReaderFunc func,
                                   gpointer data, MpProblems *problems, MpCarried **carried,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
MpAgreement *mp_carried_load_stream (GInputStream *stream, GCancellable *cancellable,
                                     MpReaderFunc func, gpointer data, MpProblems *problems,
                                     MpCarried **carried, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
