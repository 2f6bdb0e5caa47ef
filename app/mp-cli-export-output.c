/* mp-cli-export-output.c: which files "export" writes, and in which formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cli-export-private.h"
#include "mp-file-name.h"
#include "mp-join.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* In the name of an output, stands for the name of the file that is exported. */
#define NAME_MARK "{name}"

/* --- Formats ---------------------------------------------------------------------------------- */

char *
mp_cli_export_extensions (void)
{
  guint n_formats;
  const MpExportFormat *formats = mp_export_formats (&n_formats);
  g_autofree const char **extensions = g_new0 (const char *, n_formats + 1);

  for (guint i = 0; i < n_formats; i++)
    extensions[i] = formats[i].extension;
  return mp_join (MP_JOIN_ITEMS, extensions);
}

char *
mp_cli_export_formats (void)
{
  guint n_formats;
  const MpExportFormat *formats = mp_export_formats (&n_formats);
  g_autofree const char **names = g_new0 (const char *, n_formats + 1);

  /* An extension begins with a full stop. */
  for (guint i = 0; i < n_formats; i++)
    names[i] = formats[i].extension + 1;
  return mp_join (MP_JOIN_ITEMS, names);
}

/* The format that --format names: "png" as in ".png". Returns FALSE after a report; sets *format to
 * NULL if none is named. */
static gboolean
read_format (const char *name, const MpExportFormat **format)
{
  g_autofree char *extension = NULL;
  g_autofree char *choices = NULL;

  *format = NULL;
  if (name == NULL)
    return TRUE;
  extension = g_strconcat (".", name, NULL);
  *format = mp_export_find_format (extension);
  if (*format != NULL && strlen ((*format)->extension) == strlen (extension))
    return TRUE;
  choices = mp_cli_export_formats ();
  mp_cli_export_refuse_choice ("--format", name, choices);
  return FALSE;
}

/* The descriptor that an output stands for, or -1. */
static int
descriptor_of (const char *name)
{
  return g_str_equal (name, "-") ? STDOUT_FILENO : mp_file_name_descriptor (name);
}

/* Returns the format of an output: that of its name, or the one that is named, or NULL after a
 * report. A name without an extension is that of a pipe or a device, or needs --format. */
static const MpExportFormat *
format_of (const char *output, const MpExportFormat *named)
{
  const MpExportFormat *format = g_str_equal (output, "-") ? NULL : mp_export_find_format (output);
  g_autofree char *extensions = NULL;

  if (format != NULL && named != NULL && format != named) {
    mp_cli_report (_ ("-o %s: the name is not that of --format %s; leave --format out"), output,
                   named->extension + 1);
    return NULL;
  }
  if (format != NULL || named != NULL)
    return format != NULL ? format : named;
  if (g_str_equal (output, "-") || g_str_has_prefix (output, "/dev/"))
    return mp_export_formats (NULL);
  extensions = mp_cli_export_extensions ();
  /* Translators: the name of a file, and the extensions that there are: ".png, .svg" */
  mp_cli_report (_ ("-o %s: the name must end in one of %s, or --format say what it is"), output,
                 extensions);
  return NULL;
}

/* --- Names ------------------------------------------------------------------------------------ */

/* Returns what {name} stands for: the name of the file without its extension. */
static char *
name_of (const char *path)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *base = NULL;
  char *dot;

  if (path == NULL)
    path = MP_SHIPPED_AGREEMENT;
  if (mp_cli_descriptor (path) >= 0)
    return g_strdup ("stdin");
  file = g_file_new_for_commandline_arg (path);
  base = g_file_get_basename (file);
  if (base == NULL || g_str_equal (base, G_DIR_SEPARATOR_S))
    return g_strdup ("milepost");
  dot = strrchr (base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_steal_pointer (&base);
}

static char *
fill_in (const char *pattern, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (pattern, NAME_MARK, -1);

  return g_strjoinv (name, parts);
}

/* Returns what two names of one file have in common. */
static char *
key_of (const MpCliOutput *output)
{
  int descriptor = descriptor_of (output->name);
  g_autofree char *path = output->file != NULL ? g_file_get_path (output->file) : NULL;
  g_autofree char *folder = NULL, *real = NULL, *base = NULL;
  GStatBuf status;

  if (descriptor >= 0)
    return g_strdup_printf ("%d", descriptor);
  if (path == NULL)
    return g_file_get_uri (output->file);
  if (g_stat (path, &status) == 0) {
    /* What is written to a device does not replace what was. */
    if (!S_ISREG (status.st_mode))
      return g_strdup_printf ("%p", (const void *) output);
    return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) status.st_dev,
                            (guint64) status.st_ino);
  }
  folder = g_path_get_dirname (path);
  base = g_path_get_basename (path);
  real = realpath (folder, NULL);
  return g_build_filename (real != NULL ? real : folder, base, NULL);
}

static void
output_free (gpointer data)
{
  MpCliOutput *output = data;

  g_free (output->name);
  g_clear_object (&output->file);
  g_free (output);
}

/* Adds an output, unless it is one that there is already. keys holds those, by what they have in
 * common. */
static gboolean
add_output (GPtrArray *outputs, GHashTable *keys, const char *pattern, const char *name,
            const MpExportFormat *named)
{
  MpCliOutput *output = g_new0 (MpCliOutput, 1);
  g_autofree char *key = NULL;
  const MpCliOutput *other;

  g_ptr_array_add (outputs, output);
  output->name = fill_in (pattern, name);
  output->format = format_of (output->name, named);
  if (output->format == NULL)
    return FALSE;
  if (!g_str_equal (output->name, "-"))
    output->file = g_file_new_for_commandline_arg (output->name);
  key = key_of (output);
  other = g_hash_table_lookup (keys, key);
  if (other != NULL) {
    if (g_str_equal (other->name, output->name))
      mp_cli_report (_ ("%s would be written twice"), output->name);
    else
      mp_cli_report (_ ("%s and %s are one file, which would be written twice"), other->name,
                     output->name);
    return FALSE;
  }
  g_hash_table_insert (keys, g_steal_pointer (&key), output);
  return TRUE;
}

static gboolean
has_format (GPtrArray *outputs, const char *extension)
{
  for (guint i = 0; i < outputs->len; i++) {
    const MpCliOutput *output = g_ptr_array_index (outputs, i);

    if (g_str_equal (output->format->extension, extension))
      return TRUE;
  }
  return FALSE;
}

/* Refuses what concerns one format only if there is no output of it. */
static gboolean
check_formats (const MpCliExportOptions *options, GPtrArray *outputs)
{
  if (options->with_agreement && !has_format (outputs, ".png")) {
    mp_cli_report (_ ("--with-agreement needs an output that ends in %s"), ".png");
    return FALSE;
  }
  if (options->outlines && !has_format (outputs, ".svg")) {
    mp_cli_report (_ ("--outlines needs an output that ends in %s"), ".svg");
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_patterns (const MpCliExportOptions *options, guint n_paths)
{
  g_autofree char *extensions = mp_cli_export_extensions ();

  if (options->outputs == NULL) {
    /* Translators: %s is an extension, ".png", or several */
    mp_cli_report (_ ("export needs -o and the name of a file that ends in one of %s"), extensions);
    return FALSE;
  }
  for (guint i = 0; n_paths > 1 && options->outputs[i] != NULL; i++) {
    if (strstr (options->outputs[i], NAME_MARK) == NULL) {
      /* Translators: {name} stays as it is */
      mp_cli_report (_ ("-o %s: of several files each needs a name of its own, such as "
                        "'{name}.png'"),
                     options->outputs[i]);
      return FALSE;
    }
  }
  return TRUE;
}

GPtrArray *
mp_cli_export_outputs (const MpCliExportOptions *options, char *const *paths, guint n_paths)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const MpExportFormat *named;

  if (!check_patterns (options, n_paths) || !read_format (options->format, &named))
    return NULL;
  for (guint i = 0; i < n_paths; i++) {
    GPtrArray *outputs = g_ptr_array_new_with_free_func (output_free);
    g_autofree char *name = name_of (paths[i]);

    g_ptr_array_add (all, outputs);
    for (guint j = 0; options->outputs[j] != NULL; j++)
      if (!add_output (outputs, keys, options->outputs[j], name, named))
        return NULL;
    if (!check_formats (options, outputs))
      return NULL;
  }
  return g_steal_pointer (&all);
}
