/* mp-cli-diff.c: the command "diff", which lists what differs between two agreements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cli-private.h"

#include "mp-difference.h"
#include "mp-known.h"
#include "mp-untrusted-text.h"

#include <glib/gi18n.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  char *known;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->known);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
print_text (MpAgreement *before, MpAgreement *after, const GArray *differences)
{
  g_autofree char *summary = mp_differences_summary (differences);

  for (guint i = 0; i < differences->len; i++) {
    const MpDifference *difference = &g_array_index (differences, MpDifference, i);
    g_autofree char *name = mp_difference_name (before, after, difference);
    g_autofree char *words = mp_difference_words (difference);
    g_autofree char *visible_name = mp_untrusted_text_escape (name, 0);
    g_autofree char *visible_words = mp_untrusted_text_escape (words, 0);

    printf ("%s %s\t%s\n", mp_difference_kind_symbol (difference->kind), visible_name,
            visible_words);
  }
  printf ("%s\n", summary);
}

static json_t *
text_or_null (const char *text)
{
  return text != NULL ? json_string (text) : json_null ();
}

static void
print_json (MpAgreement *before, MpAgreement *after, const GArray *differences)
{
  json_auto_t *root = json_object ();
  json_t *list = json_array ();

  for (guint i = 0; i < differences->len; i++) {
    const MpDifference *difference = &g_array_index (differences, MpDifference, i);
    g_autofree char *name = mp_difference_name (before, after, difference);

    json_array_append_new (list, json_pack ("{s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "change",
                                            mp_difference_kind_to_string (difference->kind), "kind",
                                            mp_thing_to_string (difference->thing), "id",
                                            mp_difference_id (before, after, difference), "name",
                                            name, "member", difference->member, "before",
                                            text_or_null (difference->old_value), "after",
                                            text_or_null (difference->new_value)));
  }
  json_object_set_new (root, "differences", list);
  json_dumpf (root, stdout, JSON_INDENT (2) | JSON_ENSURE_ASCII);
  printf ("\n");
}

/* Sets both agreements to what one was on each of two dates, "D1/D2". */
static gboolean
load_known (const char *path, const char *known, MpAgreement **before, MpAgreement **after,
            int *code)
{
  g_auto (GStrv) days = g_strsplit (known, "/", 2);
  g_autoptr (MpAgreement) agreement = NULL;
  MpDate first, second;

  if (g_strv_length (days) != 2) {
    mp_cli_report (_ ("--known %s: diff needs two dates, such as 2026-04-26/2026-04-30"), known);
    *code = MP_EXIT_USAGE;
    return FALSE;
  }
  if (!mp_cli_date_option ("--known", days[0], &first, code) ||
      !mp_cli_date_option ("--known", days[1], &second, code))
    return FALSE;
  agreement = mp_cli_load (path, stderr, NULL, code);
  if (agreement == NULL)
    return FALSE;
  *before = mp_agreement_as_known (agreement, &first);
  *after = mp_agreement_as_known (agreement, &second);
  return TRUE;
}

int
mp_cli_diff (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context)
{
  g_auto (Options) options = { NULL, FALSE };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    { "known", 0, 0, G_OPTION_ARG_STRING, &options.known,
      N_ ("Compare what was known on two dates"), N_ ("DATE/DATE") },
    { NULL },
  };
  g_autoptr (MpAgreement) before = NULL, after = NULL;
  g_autoptr (GArray) differences = NULL;
  int code = MP_EXIT_DONE;

  (void) context;
  if (!mp_cli_parse (command, &argc, &argv, entries, &code))
    return code;
  if (options.known != NULL ? argc > 2 : argc != 3) {
    mp_cli_report (_ ("diff takes two files, or one with --known"));
    return MP_EXIT_USAGE;
  }
  if (options.known != NULL) {
    if (!load_known (argc > 1 ? argv[1] : NULL, options.known, &before, &after, &code))
      return code;
  } else {
    before = mp_cli_load (argv[1], stderr, NULL, &code);
    after = before != NULL ? mp_cli_load (argv[2], stderr, NULL, &code) : NULL;
    if (after == NULL)
      return code;
  }
  differences = mp_differences (before, after);
  if (options.json)
    print_json (before, after, differences);
  else
    print_text (before, after, differences);
  return differences->len > 0 ? MP_EXIT_WRONG : MP_EXIT_DONE;
}
