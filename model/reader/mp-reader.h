/* mp-reader.h: reads an agreement from its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The format is documented in docs/format.md. All problems of a file are reported at once; a file
 * with an error is not read at all. A file is read while it arrives, and is not kept whole, unless
 * it is so small that its agreement has it (mp_agreement_get_file ()). Where it comes from is in
 * mp-reader-load.c.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest file that is read, in bytes. What is kept of a file takes up to three times its size.
 */
#define MP_READER_MAX_SIZE (G_GINT64_CONSTANT (1024) * 1024 * 1024)

typedef struct _MpReader MpReader;

/* A reader that has read nothing. It adds to problems, which must outlive it. One thread at a time
 * may use it, whichever that is. */
MpReader *mp_reader_new (MpProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
void mp_reader_free (MpReader *reader);

/* Reads the next piece of the text. */
void mp_reader_add (MpReader *reader, const char *text, gsize length);

/* Returns an agreement of what is whole so far: a new reference, or NULL where there is nothing to
 * show, or an error has been found. References to what has not been read yet are left out. Takes
 * time in proportion to what has been read. */
MpAgreement *mp_reader_get_partial (MpReader *reader) G_GNUC_WARN_UNUSED_RESULT;

/* Returns how many terms, phases and milestones have been read. */
guint mp_reader_count_entries (const MpReader *reader);

/* Says that the text has ended, and frees the reader. Returns a new reference, or NULL if and only
 * if at least one error was added to problems. Warnings are added in both cases. */
MpAgreement *mp_reader_end (MpReader *reader) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpReader, mp_reader_free)

/* --- Whole files ------------------------------------------------------------------------------ */

/* Reads all of a text at once, likewise. */
MpAgreement *mp_reader_load_bytes (GBytes *bytes, MpProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

/* Told after each piece that has been read: how many bytes that were in all, and how many the file
 * has, 0 where that is not known. */
typedef void (*MpReaderFunc) (MpReader *reader, goffset n_bytes, goffset size, gpointer data);

/* Reads a regular file. A folder, a device, a FIFO, a file that is larger than MP_READER_MAX_SIZE
 * and a file that changes while it is read are refused: then it returns NULL and sets error
 * (G_IO_ERROR), whose message names neither path nor URI. If it returns NULL without error,
 * problems say why. Blocks. cancellable and func may be NULL. */
MpAgreement *mp_reader_load_file (GFile *file, GCancellable *cancellable, MpReaderFunc func,
                                  gpointer data, MpProblems *problems,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a stream, such as standard input, of which only the size is checked. */
MpAgreement *mp_reader_load_stream (GInputStream *stream, GCancellable *cancellable,
                                    MpReaderFunc func, gpointer data, MpProblems *problems,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
