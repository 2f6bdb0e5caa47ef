/* mp-markup.h: writes markup, piece by piece, to a stream
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything but the names of elements and attributes goes through one function that escapes it,
 * and an element is closed by its place on a stack. So no text can break out, and no tag is left
 * open. What is written can be read as XML and as HTML: an element without content is written as
 * such only by mp_markup_empty (), which is for the few that HTML calls void.
 *
 * The first error is kept, and everything after it does nothing; mp_markup_finish () tells of it.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _MpMarkup MpMarkup;

/* Begins to write to a stream, which is borrowed and is not closed. cancellable may be NULL. Free
 * with mp_markup_free (), which accepts NULL. */
MpMarkup *mp_markup_new (GOutputStream *stream,
                         GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void mp_markup_free (MpMarkup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpMarkup, mp_markup_free)

/* Closes what is open and hands the rest to the stream. Returns FALSE and sets error to the first
 * one that the stream reported, or G_IO_ERROR_CANCELLED. */
gboolean mp_markup_finish (MpMarkup *self, GError **error);

/* Begins an element. Names and values of its attributes follow, and NULL in the end. An attribute
 * whose value is NULL is left out; "" is a value. */
void mp_markup_open (MpMarkup *self, const char *name, ...) G_GNUC_NULL_TERMINATED;

/* The same with the names and values in an array, which ends with NULL. */
void mp_markup_open_with (MpMarkup *self, const char *name, const char *const *attributes);

/* Ends the element that was begun last and is still open. name is its name, as a check. */
void mp_markup_close (MpMarkup *self, const char *name);

/* Writes an element that can have no content, such as <br/>. Otherwise as mp_markup_open (). */
void mp_markup_empty (MpMarkup *self, const char *name, ...) G_GNUC_NULL_TERMINATED;

/* Writes a text, which must be UTF-8, as text. What HTML and XML forbid, such as control
 * characters, becomes U+FFFD. NULL is no text. */
void mp_markup_text (MpMarkup *self, const char *text);

/* Writes an element with only a text in it. class_names may be NULL. Nothing is written if the text
 * is NULL or empty. */
void mp_markup_element (MpMarkup *self, const char *name, const char *class_names,
                        const char *text);

/* Writes markup as it is. It must be ours: nothing of a file, nothing that is translated. */
void mp_markup_raw (MpMarkup *self, const char *markup, gssize length);

/* Begins a new line in the file, where a blank does no harm. */
void mp_markup_break (MpMarkup *self);

G_END_DECLS
