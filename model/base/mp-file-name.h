/* mp-file-name.h: the names of files: to be read, to be offered, and those of descriptors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An address that came from outside need not have a name, nor be text in any encoding.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Has GIO take addresses that begin with "resource:" and cannot be decoded, which end the process
 * in its releases so far: they become files that are not there. To be called once, by whoever
 * starts the process, before any address comes from outside. */
void mp_file_name_guard (void);

/* The longest name that file systems take, in bytes. */
#define MP_FILE_NAME_MAX 255

/* The last part of a file's path or address, or all of the address where that has no last part that
 * can be decoded. Made visible (mp-untrusted-text.h); after so many characters it is cut, 0 does
 * not cut. Never NULL, never empty. Free with g_free (). */
char *mp_file_name (GFile *file, guint max_characters) G_GNUC_WARN_UNUSED_RESULT;

/* A name for a new file that every file system takes: the title without what some refuse, cut
 * between characters so that it and the extension, such as ".png", fit. otherwise stands for a
 * title of which nothing is left. Free with g_free (). */
char *mp_file_name_offer (const char *title, const char *otherwise,
                          const char *extension) G_GNUC_WARN_UNUSED_RESULT;

/* The descriptor of this process that a path stands for, as /dev/stdin, /dev/fd/63 and what a shell
 * makes of <(…) do; -1 for any other path. */
int mp_file_name_descriptor (const char *path);

G_END_DECLS
