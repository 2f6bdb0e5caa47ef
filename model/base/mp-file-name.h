/* mp-file-name.h: names of files: for people to read, for new files, and of descriptors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The address of a file that came from outside may have no name in it, and may not be text in any
 * encoding.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Keeps GIO from ending the process, as its releases so far do, when it is given an address that
 * begins with "resource:" and cannot be decoded: such an address then is that of a file that does
 * not exist. Call this once, when the process starts, before any address comes from outside. */
void mp_file_name_guard (void);

/* The longest name that common file systems take, in bytes. */
#define MP_FILE_NAME_MAX 255

/* Returns the name of a file for people to read: the last part of its path or address, or the whole
 * address where it has no last part that can be decoded. The name is escaped as by
 * mp_untrusted_text_escape (), and cut after max_characters; 0 does not cut. Never NULL, never
 * empty. Free with g_free (). */
char *mp_file_name (GFile *file, guint max_characters) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a name for a new file that every file system takes: the title without the characters that
 * some of them refuse, cut so that it and the extension, such as ".png", fit. If nothing is left of
 * the title, otherwise stands in its place. The title must be UTF-8. Free with g_free (). */
char *mp_file_name_offer (const char *title, const char *otherwise,
                          const char *extension) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the open descriptor of this process that a path means, as /dev/stdin, /dev/fd/63 and the
 * paths that a shell makes of <(…) do; -1 for any other path. */
int mp_file_name_descriptor (const char *path);

G_END_DECLS
