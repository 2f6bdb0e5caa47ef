/* test-reader-full.c: an agreement with every key of the format, whole and with each part damaged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-reader-support.h"

/* An agreement with every key of the format, and without problems. */
static const char full[] =
  "{ \"milepost\": 1, \"title\": \"Full\", \"summary\": \"All keys\", \"checked\": "
  "\"2026-11-23\",\n"
  "  \"parties\": [ { \"id\": \"tenant\", \"name\": \"Bäckerei 😀\", \"summary\": \"Bakes\" },\n"
  "    { \"id\": \"owner\", \"name\": \"Estates\" } ],\n"
  "  \"topics\": [ { \"id\": \"rent\", \"title\": \"Rent\", \"color\": \"green\" } ],\n"
  "  \"sources\": [ { \"id\": \"lease\", \"title\": \"Lease\", \"kind\": \"primary\",\n"
  "      \"publisher\": \"Estates\", \"date\": \"2021-03\", \"url\": "
  "\"https://example.com/a?b=c#d\",\n"
  "      \"note\": \"First line\\nsecond line\", \"accessed\": \"2026-11-23\",\n"
  "      \"archived\": \"https://example.org/a\" } ],\n"
  "  \"terms\": [ { \"id\": \"pays\", \"title\": \"Pays\", \"topic\": \"rent\", \"obligor\": "
  "\"tenant\",\n"
  "      \"obligee\": \"owner\", \"summary\": \"Rent\",\n"
  "      \"notice\": { \"period\": \"P90D\", \"opens\": \"P180D\", \"days\": \"calendar\",\n"
  "        \"roll\": \"preceding\", \"until\": \"17:00\", \"closed\": [ \"2030-12-24\" ],\n"
  "        \"what\": \"to leave\", \"certainty\": \"stated\", \"sources\": [ \"lease\" ] },\n"
  "      \"phases\": [\n"
  "        { \"span\": \"2021-03-01/2024-07-01\", \"state\": \"Fixed\", \"certainty\": "
  "\"stated\",\n"
  "          \"sources\": [ \"lease\" ] },\n"
  "        { \"span\": \"2024-07-01/2030\", \"state\": \"Indexed\", \"certainty\": \"reported\",\n"
  "          \"summary\": \"Rises\", \"ends_early\": { \"when\": \"the shop is sold\" },\n"
  "          \"sources\": [ { \"id\": \"lease\", \"at\": \"clause 4\", \"quote\": \"Rises.\" } ],\n"
  "          \"note\": \"Every year\",\n"
  "          \"links\": [ { \"to\": \"warning\", \"as\": \"because\", \"certainty\": \"claimed\",\n"
  "            \"sources\": [ \"lease\" ] } ],\n"
  "          \"amounts\": [ { \"value\": 5, \"unit\": \"percent\", \"what\": \"rise\",\n"
  "            \"certainty\": \"claimed\", \"sources\": [ \"lease\" ], \"cap\": true } ],\n"
  "          \"alternatives\": [ { \"span\": \"2024-08/2031\", \"reason\": \"A draft\",\n"
  "            \"certainty\": \"disputed\", \"sources\": [ \"lease\" ] } ] },\n"
  "        { \"span\": { \"start\": { \"after\": \"reset\", \"by\": \"P10Y\" }, \"end\": "
  "\"2036\" },\n"
  "          \"state\": \"Sold\", \"certainty\": \"stated\", \"sources\": [ \"lease\" ] } ] } ],\n"
  "  \"milestones\": [ { \"id\": \"reset\", \"date\": \"2024-07-01\", \"title\": \"Reset\",\n"
  "      \"topic\": \"rent\", \"importance\": 1, \"certainty\": \"official\", \"sources\": [ "
  "\"lease\" ],\n"
  "      \"summary\": \"New rent\", \"changes\": [ \"pays\" ], \"order\": 3,\n"
  "      \"links\": [ { \"to\": \"pays\", \"as\": \"answers\" } ],\n"
  "      \"amounts\": [ { \"value\": -1.5, \"unit\": \"EUR\", \"what\": \"fee\", \"certainty\": "
  "\"stated\" } ],\n"
  "      \"alternatives\": [ { \"date\": \"2024-06-30\", \"reason\": \"The day before\",\n"
  "        \"certainty\": \"reported\", \"sources\": [ \"lease\" ] } ] },\n"
  "    { \"id\": \"warning\", \"date\": { \"before\": \"reset\", \"by\": \"P90D\" }, \"title\":\n"
  "      \"Warning\", \"topic\": \"rent\", \"importance\": 2, \"certainty\": \"stated\",\n"
  "      \"sources\": [ \"lease\" ] } ],\n"
  "  \"story\": [ { \"title\": \"Rent\", \"text\": \"It rose.\", \"from\": \"2020\", \"to\": "
  "\"2031\",\n"
  "      \"select\": \"pays\", \"as_of\": \"2025\", \"known\": \"2026\", \"sources\": [ \"lease\" "
  "] },\n"
  "    { \"title\": \"Reset\", \"text\": \"Two sides.\", \"compare\": \"reset\" } ] }";

/* --- Whole ------------------------------------------------------------------------------------ */

static void
test_full (void)
{
  g_auto (Loaded) loaded = load (full, strlen (full));
  MpAgreement *agreement = loaded.agreement;
  const MpPhases *phases;
  const MpMilestones *milestones;
  const MpCitation *citations;
  const MpAmount *amount;
  const MpSource *source;
  const MpLink *links;
  const MpTerm *terms;
  const MpStep *story;
  guint n;

  assert_expected (&loaded, "");
  g_assert_cmpstr (mp_agreement_get_title (agreement), ==, "Full");
  g_assert_cmpstr (mp_agreement_get_checked (agreement), ==, "2026-11-23");
  terms = mp_agreement_terms (agreement, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (terms[0].obligor, ==, 0);
  g_assert_cmpuint (terms[0].obligee, ==, 1);
  g_assert_cmpuint (terms[0].topic, ==, 0);

  phases = mp_agreement_phases (agreement);
  citations = mp_agreement_citations (agreement);
  g_assert_cmpuint (phases->length, ==, 3);
  g_assert_cmpuint (phases->alternatives[1].count, ==, 1);
  g_assert_cmpstr (mp_agreement_text (agreement, phases->span[2]), ==, "2034-07-01/2036");
  g_assert_cmpuint (phases->start_derivation[2], !=, MP_NONE);
  g_assert_cmpuint (phases->end_derivation[2], ==, MP_NONE);
  g_assert_cmpuint (terms[0].notice, ==, 0);
  g_assert_cmpstr (mp_agreement_text (agreement, phases->ends_early[1]), ==, "the shop is sold");
  g_assert_cmpint (phases->certainty[1], ==, MP_CERTAINTY_REPORTED);
  g_assert_cmpint (phases->latest_end[1], ==, mp_instant_from_civil (2031, 1, 1, 0, 0, 0));
  g_assert_cmpuint (phases->citations[1].count, ==, 1);
  g_assert_cmpstr (mp_agreement_text (agreement, citations[phases->citations[1].first].at), ==,
                   "clause 4");
  g_assert_cmpuint (phases->amounts[1].count, ==, 1);
  amount = &mp_agreement_amounts (agreement)[phases->amounts[1].first];
  g_assert_cmpfloat (amount->value, ==, 5);
  g_assert_cmpuint (amount->citations.count, ==, 1);
  g_assert_true (amount->is_cap);
  g_assert_cmpstr (mp_agreement_text (agreement, citations[phases->citations[1].first].quote), ==,
                   "Rises.");
  g_assert_cmpstr (mp_agreement_text (agreement, phases->note[1]), ==, "Every year");
  source = mp_agreement_sources (agreement, NULL);
  g_assert_cmpstr (mp_agreement_text (agreement, source->accessed), ==, "2026-11-23");
  g_assert_cmpstr (mp_agreement_text (agreement, source->archived), ==, "https://example.org/a");

  milestones = mp_agreement_milestones (agreement);
  g_assert_cmpuint (milestones->length, ==, 2);
  g_assert_cmpuint (milestones->alternatives[0].count, ==, 1);
  g_assert_cmpuint (milestones->derivation[0], ==, MP_NONE);
  g_assert_cmpuint (milestones->derivation[1], !=, MP_NONE);
  g_assert_cmpstr (mp_agreement_text (agreement, milestones->date[1]), ==, "2024-04-02");
  g_assert_cmpuint (milestones->importance[0], ==, 1);
  g_assert_cmpint (milestones->certainty[0], ==, MP_CERTAINTY_OFFICIAL);
  g_assert_cmpuint (milestones->changes[0].count, ==, 1);
  g_assert_cmpuint (milestones->citations[0].count, ==, 1);
  amount = &mp_agreement_amounts (agreement)[milestones->amounts[0].first];
  g_assert_cmpfloat (amount->value, ==, -1.5);
  g_assert_cmpuint (amount->citations.count, ==, 0);
  g_assert_cmpuint (mp_agreement_find_milestone (agreement, "reset"), ==, 0);
  g_assert_cmpuint (milestones->order[0], ==, 3);
  g_assert_cmpuint (milestones->order[1], ==, 0);

  links = mp_agreement_links (agreement, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (phases->links[1].first, ==, 0);
  g_assert_cmpint (links[0].to.kind, ==, MP_ID_KIND_MILESTONE);
  g_assert_cmpuint (links[0].to.index, ==, 1);
  g_assert_cmpint (links[0].kind, ==, MP_LINK_BECAUSE);
  g_assert_cmpint (links[0].certainty, ==, MP_CERTAINTY_CLAIMED);
  g_assert_cmpuint (links[0].citations.count, ==, 1);
  g_assert_cmpuint (milestones->links[0].first, ==, 1);
  g_assert_cmpint (links[1].to.kind, ==, MP_ID_KIND_TERM);
  g_assert_cmpuint (links[1].to.index, ==, 0);
  g_assert_cmpint (links[1].certainty, ==, MP_LINK_AS_TARGET);

  story = mp_agreement_story (agreement, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (story[0].select.kind, ==, MP_ID_KIND_TERM);
  g_assert_cmpuint (story[0].select.index, ==, 0);
  g_assert_cmpstr (mp_agreement_text (agreement, story[0].to), ==, "2031");
  g_assert_cmpuint (story[0].citations.count, ==, 1);
  g_assert_cmpuint (story[0].compared, ==, MP_NONE);
  g_assert_cmpuint (story[1].compared, ==, 0);
  g_assert_cmpuint (story[1].select.index, ==, MP_NONE);
}

/* --- Its parts -------------------------------------------------------------------------------- */

/* A value of a JSON text, found by a small scanner that is independent of the reader. */
typedef struct {
  char *pointer;
  gsize key;   /* offset of the key; G_MAXSIZE for an item and for the whole text */
  gsize start; /* offset of the value */
  gsize end;
  guint parent; /* index of the object or array that it is in */
} Node;

static void
clear_node (gpointer data)
{
  g_free (((Node *) data)->pointer);
}

static gsize
skip_space (const char *text, gsize at)
{
  while (g_ascii_isspace (text[at]))
    at++;
  return at;
}

static gsize
skip_string (const char *text, gsize at)
{
  for (at++; text[at] != '"'; at++) {
    if (text[at] == '\\')
      at++;
  }
  return at + 1;
}

/* Adds the value at an offset, and those in it. Returns the offset of its end. */
static gsize
add_nodes (GArray *nodes, const char *text, gsize at, const char *pointer, gsize key, guint parent)
{
  Node node = { g_strdup (pointer), key, at, at, parent };
  guint index = nodes->len;
  char open = text[at];
  guint n = 0;

  g_array_append_val (nodes, node);
  if (open == '"') {
    at = skip_string (text, at);
  } else if (open == '{' || open == '[') {
    for (at = skip_space (text, at + 1); text[at] != '}' && text[at] != ']'; n++) {
      g_autofree char *child = NULL;
      gsize child_key = G_MAXSIZE;

      if (text[at] == ',')
        at = skip_space (text, at + 1);
      if (open == '{') {
        gsize end = skip_string (text, at);

        child_key = at;
        child = g_strdup_printf ("%s/%.*s", pointer, (int) (end - at - 2), text + at + 1);
        at = skip_space (text, end);
        at = skip_space (text, at + 1); /* the colon */
      } else {
        child = g_strdup_printf ("%s/%u", pointer, n);
      }
      at = skip_space (text, add_nodes (nodes, text, at, child, child_key, index));
    }
    at++;
  } else {
    at += strcspn (text + at, " \n,]}");
  }
  g_array_index (nodes, Node, index).end = at;
  return at;
}

static GArray *
find_nodes (const char *text)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (Node));

  g_array_set_clear_func (nodes, clear_node);
  add_nodes (nodes, text, skip_space (text, 0), "", G_MAXSIZE, 0);
  return nodes;
}

/* Returns the text with a part replaced. Free with g_free (). */
static char *
replace (const char *text, gsize start, gsize end, const char *replacement)
{
  GString *made = g_string_new_len (text, (gssize) start);

  g_string_append (made, replacement);
  g_string_append (made, text + end);
  return g_string_free (made, FALSE);
}

static void
count_place (const char *text, gsize offset, guint *line, guint *column)
{
  const char *start = text;

  *line = 1;
  for (const char *p = text; p < text + offset; p++) {
    if (*p == '\n') {
      ++*line;
      start = p + 1;
    }
  }
  *column = (guint) g_utf8_strlen (start, text + offset - start) + 1;
}

static gboolean
is_required (const char *parent, const char *key)
{
  static const struct {
    const char *parent; /* its pointer, without digits */
    const char *keys;
  } tables[] = {
    { "", " milepost title " },
    { "/parties/", " id name " },
    { "/topics/", " id title " },
    { "/sources/", " id title kind " },
    { "/terms/", " id title topic phases " },
    { "/terms//phases/", " span state certainty sources " },
    { "/terms//phases//ends_early", " when " },
    { "/terms//phases//sources/", " id " },
    { "/terms//phases//amounts/", " value unit what certainty " },
    { "/milestones/", " id date title topic importance certainty sources " },
    { "/milestones//amounts/", " value unit what certainty " },
    { "/terms//notice", " period sources " },
    { "/terms//phases//span", " start end " },
    { "/terms//phases//span/start", " by " },
    { "/terms//phases//alternatives/", " span certainty sources " },
    { "/milestones//date", " by " },
    { "/milestones//links/", " to as " },
    { "/terms//phases//links/", " to as " },
    { "/story/", " title text " },
    { "/milestones//alternatives/", " date certainty sources " },
  };
  g_autofree char *word = g_strdup_printf (" %s ", key);
  g_autoptr (GString) kind = g_string_new (NULL);

  for (const char *p = parent; *p != '\0'; p++) {
    if (!g_ascii_isdigit (*p))
      g_string_append_c (kind, *p);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    if (strcmp (tables[i].parent, kind->str) == 0)
      return strstr (tables[i].keys, word) != NULL;
  }
  return FALSE;
}

/* Returns how many errors are at a pointer and begin with a text; line and column count if they are
 * not 0. */
static guint
count_errors (const Loaded *loaded, const char *pointer, const char *start, guint line,
              guint column)
{
  guint n = 0;

  for (guint i = 0; i < mp_problems_get_length (loaded->problems); i++) {
    const MpProblem *problem = mp_problems_get (loaded->problems, i);

    if (problem->severity == MP_SEVERITY_ERROR && strcmp (problem->pointer, pointer) == 0 &&
        g_str_has_prefix (problem->message, start) && (line == 0 || problem->line == line) &&
        (column == 0 || problem->column == column))
      n++;
  }
  return n;
}

/* --- Damaged ---------------------------------------------------------------------------------- */

static void
test_missing_keys (void)
{
  g_autoptr (GArray) nodes = find_nodes (full);
  guint n_required = 0;

  for (guint i = 0; i < nodes->len; i++) {
    const Node *node = &g_array_index (nodes, Node, i);
    const Node *parent = &g_array_index (nodes, Node, node->parent);
    gsize start = node->key;
    gsize end = node->end;
    g_autofree char *key = g_path_get_basename (node->pointer);
    g_autofree char *missing = g_strdup_printf ("missing \"%s\"", key);
    g_autofree char *text = NULL;
    g_auto (Loaded) loaded = { NULL, NULL };
    guint line;
    guint column;

    if (node->key == G_MAXSIZE)
      continue;
    /* A comma is removed with the member: the one after it or, for the last member, the one before
     * it. */
    if (full[skip_space (full, end)] == ',') {
      end = skip_space (full, end) + 1;
    } else {
      while (start > 0 && g_ascii_isspace (full[start - 1]))
        start--;
      if (full[start - 1] == ',')
        start--;
    }
    text = replace (full, start, end, "");
    loaded = load (text, strlen (text));
    count_place (full, parent->start, &line, &column);

    g_test_message ("without %s", node->pointer);
    /* One of the two keys must be there, but not both. */
    if (strcmp (key, "after") == 0 || strcmp (key, "before") == 0) {
      g_assert_cmpuint (count_errors (&loaded, parent->pointer, "missing \"after\"", 0, 0), ==, 1);
      continue;
    }
    if (is_required (parent->pointer, key)) {
      n_required++;
      g_assert_null (loaded.agreement);
      g_assert_cmpuint (count_errors (&loaded, parent->pointer, missing, line, column), ==, 1);
      g_assert_cmpuint (count_errors (&loaded, parent->pointer, "missing", 0, 0), ==, 1);
    } else {
      g_assert_cmpuint (count_errors (&loaded, parent->pointer, "missing", 0, 0), ==, 0);
    }
  }
  g_assert_cmpuint (n_required, ==,
                    2 + 4 + 2 + 3 + 4 + 12 + 1 + 1 + 4 + 14 + 4 + 2 + 2 + 1 + 3 + 1 + 3 + 2 + 2 +
                      4);
}

static char
kind_of (const char *value)
{
  switch (*value) {
  case '"':
  case '{':
  case '[':
    return *value;
  case 't':
  case 'f':
    return 't';
  case 'n':
    return 'n';
  default:
    return '0';
  }
}

static void
test_wrong_types (void)
{
  static const char *const values[] = {
    "null", "true", "false", "0",    "-1.5",      "1e300",  "\"x\"",    "\"\"",
    "[]",   "{}",   "[[]]",  "[{}]", "{\"a\":1}", "[null]", "\"2026\"",
  };
  g_autoptr (GArray) nodes = find_nodes (full);

  for (guint i = 0; i < nodes->len; i++) {
    const Node *node = &g_array_index (nodes, Node, i);
    gboolean is_date =
      g_str_has_suffix (node->pointer, "/date") || g_str_has_suffix (node->pointer, "/span") ||
      g_str_has_suffix (node->pointer, "/start") || g_str_has_suffix (node->pointer, "/end");
    gboolean is_citation = strstr (node->pointer, "/sources/") != NULL &&
                           g_ascii_isdigit (node->pointer[strlen (node->pointer) - 1]) &&
                           node->pointer[1] != 's';
    guint line;
    guint column;

    count_place (full, node->start, &line, &column);
    for (gsize j = 0; j < G_N_ELEMENTS (values); j++) {
      g_autofree char *text = replace (full, node->start, node->end, values[j]);
      g_auto (Loaded) loaded = load (text, strlen (text));

      if (kind_of (values[j]) == kind_of (full + node->start) ||
          ((is_citation || is_date) && strchr ("{\"", kind_of (values[j])) != NULL))
        continue;
      g_test_message ("%s for %s", values[j], node->pointer);
      g_assert_null (loaded.agreement);
      g_assert_cmpuint (count_errors (&loaded, node->pointer, "", line, column), >=, 1);
    }
  }
}

static void
test_truncated (void)
{
  gsize length = strlen (full);

  for (gsize i = 0; i < length; i++) {
    g_auto (Loaded) loaded = load (full, i);

    g_assert_null (loaded.agreement);
    g_assert_cmpuint (mp_problems_count (loaded.problems, MP_SEVERITY_ERROR), ==, 1);
  }
}

static void
test_mutations (void)
{
  static const char bytes[] = "{}[]\":,\\/019-+.eE tnu\n\r\t\0\x7f\xc3\xa9\xff\xef\xbb\xbf";
  gsize length = strlen (full);

  for (int round = 0; round < 4000; round++) {
    g_autofree char *text = g_memdup2 (full, length);
    gsize size = length;
    g_autofree char *once = NULL;
    g_autofree char *twice = NULL;

    for (int n = g_test_rand_int_range (1, 4); n > 0; n--) {
      gsize at = (gsize) g_test_rand_int_range (0, (gint32) size);

      switch (g_test_rand_int_range (0, 3)) {
      case 0:
        text[at] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
        break;
      case 1:
        text[at] = (char) g_test_rand_int_range (0, 256);
        break;
      default:
        memmove (text + at, text + at + 1, size - at - 1);
        size--;
      }
    }
    {
      g_auto (Loaded) first = load (text, size);
      g_auto (Loaded) second = load (text, size);

      once = list_problems (&first);
      twice = list_problems (&second);
      g_assert_cmpstr (once, ==, twice);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/full", test_full);
  g_test_add_func ("/reader/missing-keys", test_missing_keys);
  g_test_add_func ("/reader/wrong-types", test_wrong_types);
  g_test_add_func ("/reader/truncated", test_truncated);
  g_test_add_func ("/reader/mutations", test_mutations);
  return g_test_run ();
}
