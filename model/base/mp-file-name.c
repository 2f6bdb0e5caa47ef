/* mp-file-name.c: names of files: for people to read, for new files, and of descriptors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-file-name.h"

#include "mp-untrusted-text.h"

#include <string.h>

/* Replaces what GIO does with an address of a resource. GIO also asks it about any text that
 * somebody types; for that, and for an address that cannot be decoded, it returns NULL, and GIO
 * goes on without it. */
static GFile *
make_resource_file (GVfs *vfs, const char *address, gpointer root)
{
  static const char scheme[] = "resource:";
  g_autofree char *path = NULL;

  (void) vfs;
  if (!g_str_has_prefix (address, scheme))
    return NULL;
  path = g_uri_unescape_string (address + strlen (scheme), NULL);
  return path != NULL ? g_file_resolve_relative_path (root, path) : NULL;
}

void
mp_file_name_guard (void)
{
  GVfs *vfs = g_vfs_get_default ();
  GFile *root = g_file_new_for_uri ("resource:///");

  g_vfs_unregister_uri_scheme (vfs, "resource");
  g_vfs_register_uri_scheme (vfs, "resource", make_resource_file, g_object_ref (root),
                             g_object_unref, make_resource_file, root, g_object_unref);
}

char *
mp_file_name (GFile *file, guint max_characters)
{
  /* NULL where the address cannot be decoded, as one with "%2F" or a lone "%" cannot. */
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *uri = NULL;

  if (base != NULL && *base != '\0')
    return mp_untrusted_text_escape (base, max_characters);
  uri = g_file_get_uri (file);
  return uri != NULL && *uri != '\0' ? mp_untrusted_text_escape (uri, max_characters)
                                     : g_strdup ("?");
}

/* Returns how many bytes of a text to keep so that it has at most the given number, without parting
 * a character, or a letter from its combining marks. */
static gsize
find_cut (const char *text, gsize most)
{
  const char *cut;

  if (strlen (text) <= most)
    return strlen (text);
  cut = text + most;
  while (cut > text && (((guchar) *cut & 0xc0) == 0x80 || g_unichar_ismark (g_utf8_get_char (cut))))
    cut--;
  return (gsize) (cut - text);
}

/* Removes blanks and points at both ends, in place: a point at the beginning would hide the file,
 * one at the end is lost on some file systems. */
static char *
trim (char *name)
{
  gsize first = strspn (name, " .");
  gsize length;

  memmove (name, name + first, strlen (name + first) + 1);
  for (length = strlen (name); length > 0 && strchr (" .", name[length - 1]) != NULL;)
    name[--length] = '\0';
  return name;
}

char *
mp_file_name_offer (const char *title, const char *otherwise, const char *extension)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (mp_untrusted_text_is_unsafe (c) || (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL))
      c = '-';
    g_string_append_unichar (name, c);
  }
  g_string_truncate (name, find_cut (name->str, MP_FILE_NAME_MAX - strlen (extension)));
  trim (name->str);
  return g_strconcat (*name->str != '\0' ? name->str : otherwise, extension, NULL);
}

int
mp_file_name_descriptor (const char *path)
{
  static const char *const standard[] = { "/dev/stdin", "/dev/stdout", "/dev/stderr" };
  static const char *const folders[] = { "/dev/fd/", "/proc/self/fd/" };
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (standard); i++)
    if (g_str_equal (path, standard[i]))
      return (int) i;
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (g_str_has_prefix (path, folders[i]) &&
        g_ascii_string_to_unsigned (path + strlen (folders[i]), 10, 0, G_MAXINT, &number, NULL))
      return (int) number;
  return -1;
}
