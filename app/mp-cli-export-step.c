/* mp-cli-export-step.c: which steps of the story "export" draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-cli-export-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define ALL "all"

gboolean
mp_cli_export_has_all_steps (const MpCliExportOptions *options)
{
  return options->step != NULL && g_str_equal (options->step, ALL);
}

/* The number of a step, or 0 if the text is none. */
static guint
read_number (const char *text)
{
  guint64 number;

  return g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL) ? (guint) number : 0;
}

gboolean
mp_cli_export_check_step (const MpCliExportOptions *options)
{
  const struct {
    const char *name;
    gboolean is_given;
    gboolean is_shared; /* it may stand with a single step */
  } others[] = {
    { "--select", options->select != NULL, FALSE },
    { "--compare", options->compare != NULL, FALSE },
    { "--payments", options->payments != NULL, FALSE },
    { "--as-of", options->as_of != NULL, FALSE },
    { "--from", options->from != NULL, FALSE },
    { "--to", options->to != NULL, FALSE },
    { "--headline", options->headline != NULL, TRUE },
    { "--subtitle", options->subtitle != NULL, TRUE },
  };
  gboolean has_all = mp_cli_export_has_all_steps (options);

  if (options->step == NULL)
    return TRUE;
  if (!has_all && read_number (options->step) == 0) {
    mp_cli_report (_ ("--step %s: a step is a number from 1, or all"), options->step);
    return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    if (!others[i].is_given || (others[i].is_shared && !has_all))
      continue;
    /* Translators: an option, such as --select */
    mp_cli_report (_ ("--step says itself what is shown: leave %s out"), others[i].name);
    return FALSE;
  }
  return TRUE;
}

gboolean
mp_cli_export_find_steps (const MpCliExportOptions *options, MpAgreement *agreement, guint *first,
                          guint *count, int *code)
{
  guint n_steps;

  mp_agreement_story (agreement, &n_steps);
  *code = MP_EXIT_WRONG;
  *first = 0;
  *count = n_steps;
  if (n_steps == 0) {
    mp_cli_report (_ ("--step: the agreement has no story; leave --step out"));
    return FALSE;
  }
  if (!mp_cli_export_has_all_steps (options)) {
    *first = read_number (options->step) - 1;
    *count = 1;
  }
  if (*first >= n_steps) {
    mp_cli_report (
      ngettext ("--step %s: the story has %u step", "--step %s: the story has %u steps", n_steps),
      options->step, n_steps);
    return FALSE;
  }
  *code = MP_EXIT_DONE;
  return TRUE;
}

MpAgreement *
mp_cli_export_set_step (const MpCliExportOptions *options, MpAgreement *agreement, guint step,
                        MpCliFigure *figure)
{
  MpAgreement *drawn = mp_figure_options_set_step (
    &figure->options, agreement, &mp_agreement_story (agreement, NULL)[step], &figure->step);

  if (options->headline != NULL)
    figure->options.headline = options->headline;
  if (options->subtitle != NULL)
    figure->options.subtitle = options->subtitle;
  if (figure->options.has_agreement && drawn != agreement) {
    mp_cli_report (_ ("step %u shows what was known on a day, and --with-agreement puts the whole "
                      "file into the picture: leave --with-agreement out"),
                   step + 1);
    return NULL;
  }
  return drawn;
}

char *
mp_cli_export_step_name (const char *name, guint step, guint n_steps)
{
  const char *base = strrchr (name, G_DIR_SEPARATOR);
  const char *dot = strrchr (base != NULL ? base : name, '.');
  gsize stem = dot != NULL ? (gsize) (dot - name) : strlen (name);
  int digits = n_steps < 10 ? 1 : n_steps < 100 ? 2 : n_steps < 1000 ? 3 : 4;

  /* As wide as the last number, so that the files are in order by name. */
  return g_strdup_printf ("%.*s-%0*u%s", (int) stem, name, digits, step + 1, name + stem);
}
