/* mp-reader.c: reads an agreement from its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only file that knows Jansson. The tree of values is walked once; what is wrong is noted, and
 * what is right is handed to the builder as long as nothing has been wrong.
 */
#include "config.h"

#include "mp-reader.h"

#include "mp-agreement-builder.h"
#include "mp-check.h"
#include "mp-finding.h"
#include "mp-format.h"
#include "mp-hash.h"
#include "mp-position.h"
#include "mp-suggest.h"
#include "mp-syntax.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <math.h>
#include <string.h>

/* How many ids are compared a file in search of what was meant: a million ids against a thousand
 * unknown ones would take minutes. */
#define MAX_COMPARISONS 2000000

/* What has ids. */
typedef enum {
  KIND_PARTY,
  KIND_TOPIC,
  KIND_SOURCE,
  KIND_TERM,
  KIND_MILESTONE,
} Kind;
#define N_KINDS 5

/* The certain part of a phase. */
typedef struct {
  MpInstant start;
  MpInstant end;
  guint index;
} Stretch;

/* Where a term was last named among the changes of a milestone. */
typedef struct {
  guint32 milestone; /* index + 1; 0 for none */
  guint32 item;
} Mention;

typedef struct {
  MpFindings *findings;
  MpAgreementBuilder *builder;

  /* Per kind: its array, borrowed, NULL if there is none that can be used; and from id to index
   * + 1. */
  json_t *arrays[N_KINDS];
  GHashTable *ids[N_KINDS];
  gboolean broken[N_KINDS]; /* the array is not one, so that nothing is known of its ids */

  guint n_comparisons;
  GArray *spans;     /* of Stretch: the phases of the term being read */
  Mention *mentions; /* per term */
} Reader;

static const char *const kind_keys[N_KINDS] = { "parties", "topics", "sources", "terms",
                                                "milestones" };

/* Whether what was read may be handed to the builder. */
static gboolean
is_sound (const Reader *reader)
{
  return mp_findings_count_errors (reader->findings) == 0;
}

/* Returns the string, or NULL for a value that is not there or not right. */
static const char *
string_of (const json_t *json)
{
  return json_string_value (json);
}

static const char *
type_words (const json_t *json)
{
  switch (json_typeof (json)) {
  case JSON_OBJECT:
    return _ ("an object");
  case JSON_ARRAY:
    return _ ("an array");
  case JSON_STRING:
    return _ ("a string");
  case JSON_INTEGER:
  case JSON_REAL:
    return _ ("a number");
  case JSON_TRUE:
  case JSON_FALSE:
    return _ ("true or false");
  case JSON_NULL:
    return _ ("null");
  default:
    g_return_val_if_reached ("");
  }
}

/* Says that a value is of the wrong type. expected is a noun with its article. */
static void
add_type_error (Reader *reader, const char *key, const char *expected, const json_t *json)
{
  if (key != NULL)
    mp_findings_add_error (reader->findings, key, _ ("\"%s\": expected %s, not %s"), key, expected,
                           type_words (json));
  else
    mp_findings_add_error (reader->findings, NULL, _ ("expected %s, not %s"), expected,
                           type_words (json));
}

static void
add_unknown_key (Reader *reader, const json_t *object, const MpField *fields, const char *key)
{
  MpSuggestion suggestion = mp_suggestion_start (key);
  g_autofree char *sentence = NULL;

  if (mp_findings_wants (reader->findings, MP_SEVERITY_WARNING)) {
    /* A key that is there cannot have been meant. */
    for (const MpField *field = fields; field->key != NULL; field++) {
      if (json_object_get (object, field->key) == NULL)
        mp_suggestion_offer (&suggestion, field->key);
    }
    sentence = mp_unknown (_ ("key"), key, suggestion.best);
  }
  mp_findings_add_key_warning (reader->findings, key, "%s", sentence);
}

static gboolean
check_string (Reader *reader, const MpField *field, const json_t *json)
{
  g_autofree char *sentence = NULL;

  if (!json_is_string (json)) {
    add_type_error (reader, field->key, _ ("a string"), json);
    return FALSE;
  }
  sentence = mp_check_string (string_of (json), field);
  if (sentence != NULL)
    mp_findings_add_error (reader->findings, field->key, "%s", sentence);
  return sentence == NULL;
}

static gboolean
check_array (Reader *reader, const MpField *field, const json_t *json)
{
  if (!json_is_array (json)) {
    add_type_error (reader, field->key, _ ("an array"), json);
    return FALSE;
  }
  if (json_array_size (json) > MP_MAX_ITEMS) {
    mp_findings_add_error (reader->findings, field->key,
                           _ ("\"%s\" has too many items; %d are the limit"), field->key,
                           MP_MAX_ITEMS);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_type (Reader *reader, const MpField *field, const json_t *json)
{
  switch (field->type) {
  case MP_FIELD_LINE:
  case MP_FIELD_TEXT:
    return check_string (reader, field, json);
  case MP_FIELD_ARRAY:
    return check_array (reader, field, json);
  case MP_FIELD_NUMBER:
    if (!json_is_number (json))
      add_type_error (reader, field->key, _ ("a number"), json);
    return json_is_number (json);
  case MP_FIELD_OBJECT:
    /* read_object () says so itself when it comes to it. */
    return TRUE;
  default:
    g_return_val_if_reached (FALSE);
  }
}

/* Reads the members of an object into values, in the order of fields; a value that is missing or
 * wrong becomes NULL, and is reported. Returns FALSE if it is no object. */
static gboolean
read_object (Reader *reader, json_t *json, const MpField *fields, json_t **values)
{
  const char *key;
  json_t *value;

  memset (values, 0, MP_MAX_FIELDS * sizeof *values);
  if (!json_is_object (json)) {
    add_type_error (reader, NULL, _ ("an object"), json);
    return FALSE;
  }

  json_object_foreach (json, key, value) {
    const MpField *field = fields;

    while (field->key != NULL && strcmp (field->key, key) != 0)
      field++;
    if (field->key == NULL)
      add_unknown_key (reader, json, fields, key);
    else if (check_type (reader, field, value))
      values[field - fields] = value;
  }
  for (const MpField *field = fields; field->key != NULL; field++) {
    if (field->required && json_object_get (json, field->key) == NULL)
      mp_findings_add_error (reader->findings, NULL, _ ("missing \"%s\""), field->key);
  }
  return TRUE;
}

/* Reports a word that is none of words, which are the values of key. */
static void
add_unknown_word (Reader *reader, const char *key, const char *word,
                  const char *(*word_at) (guint index), guint n_words)
{
  MpSuggestion suggestion = mp_suggestion_start (word);
  g_autoptr (GString) sentence = NULL;
  g_autofree char *unknown = NULL;

  for (guint i = 0; i < n_words; i++)
    mp_suggestion_offer (&suggestion, word_at (i));
  unknown = mp_unknown (key, word, suggestion.best);
  sentence = g_string_new (unknown);
  if (suggestion.best == NULL) {
    g_string_append (sentence, _ ("; it is one of"));
    for (guint i = 0; i < n_words; i++)
      g_string_append_printf (sentence, "%s %s", i == 0 ? "" : ",", word_at (i));
  }
  mp_findings_add_error (reader->findings, key, "%s", sentence->str);
}

static const char *
certainty_at (guint index)
{
  return mp_certainty_to_string ((MpCertainty) index);
}

static const char *
source_kind_at (guint index)
{
  return mp_source_kind_to_string ((MpSourceKind) index);
}

static const char *
color_at (guint index)
{
  return mp_color_to_string ((MpColor) index);
}

static MpCertainty
read_certainty (Reader *reader, const json_t *json)
{
  MpCertainty certainty = MP_CERTAINTY_STATED;

  if (json != NULL && !mp_certainty_from_string (string_of (json), &certainty))
    add_unknown_word (reader, "certainty", string_of (json), certainty_at, MP_N_CERTAINTIES);
  return certainty;
}

/* Checks the id of the item entered last, which has this index in its array. */
static void
check_id (Reader *reader, const json_t *json, Kind kind, gsize index)
{
  const char *id = string_of (json);
  g_autofree char *sentence = NULL;
  guint first;

  if (id == NULL)
    return;
  sentence = mp_check_id (id);
  if (sentence != NULL)
    mp_findings_add_error (reader->findings, "id", "%s", sentence);

  first = GPOINTER_TO_UINT (g_hash_table_lookup (reader->ids[kind], id));
  if (first != 0 && first - 1 != index) {
    g_autofree char *quoted = mp_quote (id);

    mp_findings_add_clash (reader->findings, "id", first - 1, _ ("duplicate id %s"), quoted);
  }
}

static const char *
kind_words (Kind kind)
{
  switch (kind) {
  case KIND_PARTY:
    return _ ("party");
  case KIND_TOPIC:
    return _ ("topic");
  case KIND_SOURCE:
    return _ ("source");
  case KIND_TERM:
    return _ ("term");
  case KIND_MILESTONE:
    return _ ("milestone");
  default:
    g_return_val_if_reached ("");
  }
}

/* Returns what an unknown id may have meant, or NULL. */
static const char *
suggest_id (Reader *reader, Kind kind, const char *id)
{
  MpSuggestion suggestion = mp_suggestion_start (id);
  json_t *array = reader->arrays[kind];

  for (gsize i = 0; i < json_array_size (array); i++) {
    const char *candidate = string_of (json_object_get (json_array_get (array, i), "id"));

    if (reader->n_comparisons++ >= MAX_COMPARISONS)
      return NULL;
    if (candidate != NULL)
      mp_suggestion_offer (&suggestion, candidate);
  }
  return suggestion.best;
}

/* Returns the index of what an id refers to, or MP_NONE. key is as for mp_findings_add_error (). */
static guint32
read_reference (Reader *reader, const char *key, const json_t *json, Kind kind)
{
  const char *id = string_of (json);
  g_autofree char *sentence = NULL;
  guint index;

  if (id == NULL || reader->broken[kind])
    return MP_NONE;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (reader->ids[kind], id));
  if (index > 0)
    return index - 1;

  if (mp_findings_wants (reader->findings, MP_SEVERITY_ERROR))
    sentence = mp_unknown (kind_words (kind), id, suggest_id (reader, kind, id));
  mp_findings_add_error (reader->findings, key, "%s", sentence);
  return MP_NONE;
}

static void
add_date_error (Reader *reader, const char *key, const char *text, const GError *error)
{
  g_autofree char *quoted = mp_quote (text);

  mp_findings_add_error (reader->findings, key, "%s: %s", quoted, error->message);
}

static gboolean
read_date (Reader *reader, const char *key, const json_t *json, MpDate *date)
{
  g_autoptr (GError) error = NULL;

  if (json == NULL)
    return FALSE;
  if (mp_date_parse (string_of (json), (gssize) json_string_length (json), date, NULL, &error))
    return TRUE;
  add_date_error (reader, key, string_of (json), error);
  return FALSE;
}

static gboolean
read_span (Reader *reader, const char *key, const json_t *json, MpSpan *span)
{
  g_autoptr (GError) error = NULL;

  if (json == NULL)
    return FALSE;
  if (mp_span_parse (string_of (json), (gssize) json_string_length (json), span, NULL, &error))
    return TRUE;
  add_date_error (reader, key, string_of (json), error);
  return FALSE;
}

static void
read_citation (Reader *reader, json_t *json)
{
  json_t *values[MP_MAX_FIELDS];
  const char *at = NULL;
  guint32 source;

  if (json_is_string (json)) {
    source = read_reference (reader, NULL, json, KIND_SOURCE);
  } else if (json_is_object (json)) {
    read_object (reader, json, mp_citation_fields, values);
    source = read_reference (reader, "id", values[MP_KEY_CITATION_ID], KIND_SOURCE);
    at = string_of (values[MP_KEY_CITATION_AT]);
  } else {
    add_type_error (reader, NULL, _ ("a string or an object"), json);
    return;
  }
  if (is_sound (reader))
    mp_agreement_builder_cite (reader->builder, source, at);
}

/* Reads the sources of a claim, if it has them. */
static void
read_citations (Reader *reader, json_t *array)
{
  gsize mark;

  if (array == NULL)
    return;
  if (json_array_size (array) == 0)
    mp_findings_add_error (reader->findings, "sources",
                           _ ("\"sources\" must name at least one source"));

  mark = mp_findings_enter_key (reader->findings, "sources");
  for (gsize i = 0; i < json_array_size (array); i++) {
    gsize item = mp_findings_enter_item (reader->findings, i);

    read_citation (reader, json_array_get (array, i));
    mp_findings_leave (reader->findings, item);
  }
  mp_findings_leave (reader->findings, mark);
}

static void
read_amount (Reader *reader, json_t *json)
{
  json_t *values[MP_MAX_FIELDS];
  MpCertainty certainty;
  double value;

  if (!read_object (reader, json, mp_amount_fields, values))
    return;
  value = json_number_value (values[MP_KEY_AMOUNT_VALUE]);
  if (fabs (value) > MP_MAX_AMOUNT)
    mp_findings_add_error (reader->findings, "value",
                           _ ("this number is too large; %.0f is the limit"), MP_MAX_AMOUNT);
  certainty = read_certainty (reader, values[MP_KEY_AMOUNT_CERTAINTY]);

  if (is_sound (reader))
    mp_agreement_builder_add_amount (reader->builder, value, string_of (values[MP_KEY_AMOUNT_UNIT]),
                                     string_of (values[MP_KEY_AMOUNT_WHAT]), certainty);
  read_citations (reader, values[MP_KEY_AMOUNT_SOURCES]);
}

static void
read_amounts (Reader *reader, json_t *array)
{
  gsize mark = mp_findings_enter_key (reader->findings, "amounts");

  for (gsize i = 0; i < json_array_size (array); i++) {
    gsize item = mp_findings_enter_item (reader->findings, i);

    read_amount (reader, json_array_get (array, i));
    mp_findings_leave (reader->findings, item);
  }
  mp_findings_leave (reader->findings, mark);
}

static void
read_party (Reader *reader, json_t *json, gsize index)
{
  json_t *values[MP_MAX_FIELDS];

  if (!read_object (reader, json, mp_party_fields, values))
    return;
  check_id (reader, values[MP_KEY_PARTY_ID], KIND_PARTY, index);
  if (is_sound (reader))
    mp_agreement_builder_add_party (reader->builder, string_of (values[MP_KEY_PARTY_ID]),
                                    string_of (values[MP_KEY_PARTY_NAME]),
                                    string_of (values[MP_KEY_PARTY_SUMMARY]));
}

static void
read_topic (Reader *reader, json_t *json, gsize index)
{
  json_t *values[MP_MAX_FIELDS];
  MpColor color = MP_COLOR_GRAY;

  if (!read_object (reader, json, mp_topic_fields, values))
    return;
  check_id (reader, values[MP_KEY_TOPIC_ID], KIND_TOPIC, index);
  if (values[MP_KEY_TOPIC_COLOR] != NULL &&
      !mp_color_from_string (string_of (values[MP_KEY_TOPIC_COLOR]), &color))
    add_unknown_word (reader, "color", string_of (values[MP_KEY_TOPIC_COLOR]), color_at,
                      MP_N_COLORS);
  if (is_sound (reader))
    mp_agreement_builder_add_topic (reader->builder, string_of (values[MP_KEY_TOPIC_ID]),
                                    string_of (values[MP_KEY_TOPIC_TITLE]), color);
}

static void
read_source (Reader *reader, json_t *json, gsize index)
{
  json_t *values[MP_MAX_FIELDS];
  MpSourceKind kind = MP_SOURCE_PRIMARY;
  MpDate date;

  if (!read_object (reader, json, mp_source_fields, values))
    return;
  check_id (reader, values[MP_KEY_SOURCE_ID], KIND_SOURCE, index);
  if (values[MP_KEY_SOURCE_KIND] != NULL &&
      !mp_source_kind_from_string (string_of (values[MP_KEY_SOURCE_KIND]), &kind))
    add_unknown_word (reader, "kind", string_of (values[MP_KEY_SOURCE_KIND]), source_kind_at,
                      MP_N_SOURCE_KINDS);
  read_date (reader, "date", values[MP_KEY_SOURCE_DATE], &date);
  if (values[MP_KEY_SOURCE_URL] != NULL) {
    g_autofree char *sentence = mp_check_url (string_of (values[MP_KEY_SOURCE_URL]));

    if (sentence != NULL)
      mp_findings_add_error (reader->findings, "url", "%s", sentence);
  }
  if (is_sound (reader))
    mp_agreement_builder_add_source (
      reader->builder, string_of (values[MP_KEY_SOURCE_ID]),
      string_of (values[MP_KEY_SOURCE_TITLE]), string_of (values[MP_KEY_SOURCE_PUBLISHER]),
      string_of (values[MP_KEY_SOURCE_DATE]), string_of (values[MP_KEY_SOURCE_URL]),
      string_of (values[MP_KEY_SOURCE_NOTE]), kind);
}

/* Returns the condition under which a phase ends early, or NULL. */
static const char *
read_condition (Reader *reader, json_t *json)
{
  json_t *values[MP_MAX_FIELDS];
  gsize mark;

  if (json == NULL)
    return NULL;
  mark = mp_findings_enter_key (reader->findings, "ends_early");
  read_object (reader, json, mp_condition_fields, values);
  mp_findings_leave (reader->findings, mark);
  return string_of (values[MP_KEY_CONDITION_WHEN]);
}

static void
read_phase (Reader *reader, json_t *json, gsize index)
{
  json_t *values[MP_MAX_FIELDS];
  MpCertainty certainty;
  const char *condition;
  MpSpan span;

  if (!read_object (reader, json, mp_phase_fields, values))
    return;
  if (read_span (reader, "span", values[MP_KEY_PHASE_SPAN], &span)) {
    Stretch stretch = { span.start.after, span.end.earliest, (guint) index };

    if (!span.is_interval)
      mp_findings_add_error (
        reader->findings, "span",
        _ ("a phase needs an interval, with \"/\" between its start and its end"));
    else if (stretch.start < stretch.end)
      g_array_append_val (reader->spans, stretch);
  }
  certainty = read_certainty (reader, values[MP_KEY_PHASE_CERTAINTY]);
  condition = read_condition (reader, values[MP_KEY_PHASE_ENDS_EARLY]);

  if (is_sound (reader))
    mp_agreement_builder_add_phase (reader->builder, &span, string_of (values[MP_KEY_PHASE_SPAN]),
                                    string_of (values[MP_KEY_PHASE_STATE]),
                                    string_of (values[MP_KEY_PHASE_SUMMARY]), condition, certainty);
  read_citations (reader, values[MP_KEY_PHASE_SOURCES]);
  read_amounts (reader, values[MP_KEY_PHASE_AMOUNTS]);
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *left = a;
  const Stretch *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

static void
add_overlap (Reader *reader, const json_t *phases, guint one, guint other)
{
  guint first = MIN (one, other);
  guint second = MAX (one, other);
  const json_t *earlier = json_array_get (phases, first);
  const json_t *later = json_array_get (phases, second);
  const char *earlier_state = string_of (json_object_get (earlier, "state"));
  const char *later_state = string_of (json_object_get (later, "state"));
  g_autofree char *earlier_words = mp_quote (earlier_state != NULL ? earlier_state : "");
  g_autofree char *later_words = mp_quote (later_state != NULL ? later_state : "");
  gsize item = mp_findings_enter_item (reader->findings, second);

  mp_findings_add_clash (reader->findings, "span", first,
                         _ ("phases of one term must not overlap, but %s (%s) and %s (%s) do"),
                         earlier_words, string_of (json_object_get (earlier, "span")), later_words,
                         string_of (json_object_get (later, "span")));
  mp_findings_leave (reader->findings, item);
}

/* Looks for phases that are certainly in force at the same time. */
static void
check_overlaps (Reader *reader, const json_t *phases)
{
  const Stretch *last = NULL; /* of those before, the one that ends last */

  g_array_sort (reader->spans, compare_stretches);
  for (guint i = 0; i < reader->spans->len; i++) {
    const Stretch *stretch = &g_array_index (reader->spans, Stretch, i);

    if (last != NULL && stretch->start < last->end)
      add_overlap (reader, phases, last->index, stretch->index);
    if (last == NULL || stretch->end > last->end)
      last = stretch;
  }
}

static void
read_term (Reader *reader, json_t *json, gsize index)
{
  json_t *values[MP_MAX_FIELDS];
  json_t *phases;
  guint32 topic;
  guint32 obligor;
  guint32 obligee;
  gsize mark;

  if (!read_object (reader, json, mp_term_fields, values))
    return;
  check_id (reader, values[MP_KEY_TERM_ID], KIND_TERM, index);
  topic = read_reference (reader, "topic", values[MP_KEY_TERM_TOPIC], KIND_TOPIC);
  obligor = read_reference (reader, "obligor", values[MP_KEY_TERM_OBLIGOR], KIND_PARTY);
  obligee = read_reference (reader, "obligee", values[MP_KEY_TERM_OBLIGEE], KIND_PARTY);
  if (is_sound (reader))
    mp_agreement_builder_add_term (
      reader->builder, string_of (values[MP_KEY_TERM_ID]), string_of (values[MP_KEY_TERM_TITLE]),
      string_of (values[MP_KEY_TERM_SUMMARY]), topic, obligor, obligee);

  phases = values[MP_KEY_TERM_PHASES];
  mark = mp_findings_enter_key (reader->findings, "phases");
  g_array_set_size (reader->spans, 0);
  for (gsize i = 0; i < json_array_size (phases); i++) {
    gsize item = mp_findings_enter_item (reader->findings, i);

    read_phase (reader, json_array_get (phases, i), i);
    mp_findings_leave (reader->findings, item);
  }
  check_overlaps (reader, phases);
  mp_findings_leave (reader->findings, mark);
}

/* index is that of the milestone. */
static void
read_changes (Reader *reader, json_t *changes, gsize index)
{
  gsize mark = mp_findings_enter_key (reader->findings, "changes");

  for (gsize i = 0; i < json_array_size (changes); i++) {
    json_t *change = json_array_get (changes, i);
    gsize item = mp_findings_enter_item (reader->findings, i);
    guint32 term = MP_NONE;

    if (!json_is_string (change))
      add_type_error (reader, NULL, _ ("a string"), change);
    else
      term = read_reference (reader, NULL, change, KIND_TERM);
    if (term != MP_NONE) {
      Mention *mention = &reader->mentions[term];

      if (mention->milestone == index + 1)
        mp_findings_add_clash (reader->findings, NULL, mention->item,
                               _ ("the term \"%s\" is named twice"), string_of (change));
      else
        *mention = (Mention) { (guint32) index + 1, (guint32) i };
    }
    if (is_sound (reader))
      mp_agreement_builder_add_change (reader->builder, term);
    mp_findings_leave (reader->findings, item);
  }
  mp_findings_leave (reader->findings, mark);
}

static void
read_milestone (Reader *reader, json_t *json, gsize index)
{
  json_t *values[MP_MAX_FIELDS];
  double importance;
  MpCertainty certainty;
  guint32 topic;
  MpSpan date;

  if (!read_object (reader, json, mp_milestone_fields, values))
    return;
  check_id (reader, values[MP_KEY_MILESTONE_ID], KIND_MILESTONE, index);
  if (read_span (reader, "date", values[MP_KEY_MILESTONE_DATE], &date) &&
      date.start.earliest == MP_INSTANT_MIN && date.end.after == MP_INSTANT_MAX)
    mp_findings_add_error (
      reader->findings, "date",
      _ ("a milestone needs a date, or an interval with a date at one end at least"));
  topic = read_reference (reader, "topic", values[MP_KEY_MILESTONE_TOPIC], KIND_TOPIC);
  importance = json_number_value (values[MP_KEY_MILESTONE_IMPORTANCE]);
  if (values[MP_KEY_MILESTONE_IMPORTANCE] != NULL && importance != 1 && importance != 2 &&
      importance != 3)
    mp_findings_add_error (reader->findings, "importance", _ ("\"importance\" must be 1, 2 or 3"));
  certainty = read_certainty (reader, values[MP_KEY_MILESTONE_CERTAINTY]);

  if (is_sound (reader))
    mp_agreement_builder_add_milestone (
      reader->builder, string_of (values[MP_KEY_MILESTONE_ID]), &date,
      string_of (values[MP_KEY_MILESTONE_DATE]), string_of (values[MP_KEY_MILESTONE_TITLE]),
      string_of (values[MP_KEY_MILESTONE_SUMMARY]), topic, (guint) importance, certainty);
  read_changes (reader, values[MP_KEY_MILESTONE_CHANGES], index);
  read_citations (reader, values[MP_KEY_MILESTONE_SOURCES]);
  read_amounts (reader, values[MP_KEY_MILESTONE_AMOUNTS]);
}

static void
read_item (Reader *reader, Kind kind, json_t *json, gsize index)
{
  switch (kind) {
  case KIND_PARTY:
    read_party (reader, json, index);
    break;
  case KIND_TOPIC:
    read_topic (reader, json, index);
    break;
  case KIND_SOURCE:
    read_source (reader, json, index);
    break;
  case KIND_TERM:
    read_term (reader, json, index);
    break;
  case KIND_MILESTONE:
    read_milestone (reader, json, index);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* Takes note of the ids of a kind, before anything refers to them. */
static void
collect_ids (Reader *reader, Kind kind)
{
  json_t *array = reader->arrays[kind];

  for (gsize i = 0; i < json_array_size (array); i++) {
    const char *id = string_of (json_object_get (json_array_get (array, i), "id"));

    if (id != NULL && !g_hash_table_contains (reader->ids[kind], id))
      g_hash_table_insert (reader->ids[kind], (gpointer) id, GUINT_TO_POINTER (i + 1));
  }
}

/* The first key must be the format's version: it says how to read all the others. Returns FALSE if
 * the rest is not worth reading. */
static gboolean
check_version (Reader *reader, json_t *root)
{
  json_t *version = json_object_get (root, "milepost");
  gboolean has_known_key = FALSE;

  if (!json_is_object (root))
    return TRUE;
  if (version == NULL) {
    mp_findings_add_error (reader->findings, NULL,
                           _ ("missing \"milepost\": a Milepost agreement begins with "
                              "\"milepost\": 1"));
    for (const MpField *field = mp_head_fields; field->key != NULL; field++)
      has_known_key = has_known_key || json_object_get (root, field->key) != NULL;
    return has_known_key;
  }
  if (!json_is_number (version))
    return TRUE;
  if (json_number_value (version) != 1) {
    mp_findings_add_error (
      reader->findings, "milepost",
      _ ("this file has version %g of the format; only version 1 is known here"),
      json_number_value (version));
    return FALSE;
  }
  if (strcmp (json_object_iter_key (json_object_iter (root)), "milepost") != 0)
    mp_findings_add_error (reader->findings, "milepost", _ ("\"milepost\" must be the first key"));
  return TRUE;
}

static void
read_root (Reader *reader, json_t *root)
{
  json_t *values[MP_MAX_FIELDS];
  MpDate checked;

  if (!check_version (reader, root) || !read_object (reader, root, mp_head_fields, values))
    return;
  if (read_date (reader, "checked", values[MP_KEY_HEAD_CHECKED], &checked) &&
      (checked.precision != MP_PRECISION_DAY || checked.approximate || checked.uncertain ||
       checked.after - checked.earliest != MP_SECONDS_PER_DAY))
    mp_findings_add_error (reader->findings, "checked",
                           _ ("\"checked\" must be a day, such as 2026-11-23"));
  if (is_sound (reader))
    mp_agreement_builder_set_head (reader->builder, string_of (values[MP_KEY_HEAD_TITLE]),
                                   string_of (values[MP_KEY_HEAD_SUMMARY]),
                                   string_of (values[MP_KEY_HEAD_CHECKED]));

  for (guint kind = 0; kind < N_KINDS; kind++) {
    reader->arrays[kind] = values[MP_KEY_HEAD_PARTIES + kind];
    reader->broken[kind] =
      reader->arrays[kind] == NULL && json_object_get (root, kind_keys[kind]) != NULL;
    collect_ids (reader, (Kind) kind);
  }
  reader->mentions = g_new0 (Mention, json_array_size (reader->arrays[KIND_TERM]));
  for (guint kind = 0; kind < N_KINDS; kind++) {
    gsize mark = mp_findings_enter_key (reader->findings, kind_keys[kind]);

    for (gsize i = 0; i < json_array_size (reader->arrays[kind]); i++) {
      gsize item = mp_findings_enter_item (reader->findings, i);

      read_item (reader, (Kind) kind, json_array_get (reader->arrays[kind], i), i);
      mp_findings_leave (reader->findings, item);
    }
    mp_findings_leave (reader->findings, mark);
  }
}

/* Adds an error of the text itself. */
static void
add_text_error (MpProblems *problems, const char *text, gsize length, gsize offset,
                const char *sentence)
{
  MpPosition position = mp_position_at (text, length, offset);

  mp_problems_add (problems, MP_SEVERITY_ERROR, position.line, position.column, "", sentence);
}

/* Says why Jansson refused a text; offset is where it was by then. */
static void
explain (MpProblems *problems, const char *text, gsize length, gsize offset,
         const json_error_t *error)
{
  g_autofree char *sentence = NULL;

  if (json_error_code (error) == json_error_duplicate_key) {
    gsize size = mp_syntax_last_string (text, offset, &offset);
    g_autofree char *key = g_strndup (text + offset + 1, size >= 2 ? size - 2 : 0);
    g_autofree char *quoted = mp_quote (key);

    sentence = g_strdup_printf (_ ("duplicate key %s in one object"), quoted);
  } else {
    gsize place = offset;

    sentence = mp_syntax_find_fault (text, length, &place);
    /* A text without a fault is refused for want of memory, whatever Jansson calls it. */
    if (sentence == NULL)
      sentence = g_strdup (_ ("there is not enough memory to read this file"));
    offset = place;
  }
  add_text_error (problems, text, length, offset, sentence);
}

/* Returns the tree of values of a text, or NULL and an error in problems. */
static json_t *
parse (const char *text, gsize length, MpProblems *problems)
{
  json_error_t error = { 0 };
  json_t *root;
  gsize offset;
  gsize skipped;
  g_autofree char *sentence = mp_syntax_check_bytes (text, length, &offset);

  if (sentence != NULL) {
    add_text_error (problems, text, length, offset, sentence);
    return NULL;
  }

  /* Jansson does not know the byte order mark. Whole numbers are read as others are, so that a
   * large one is checked like any amount and does not stop the parser. */
  skipped = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  root = json_loadb (text + skipped, length - skipped,
                     JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, &error);
  if (root == NULL)
    explain (problems, text, length, MIN (length, (gsize) MAX (error.position, 0) + skipped),
             &error);
  return root;
}

MpAgreement *
mp_reader_load_bytes (GBytes *bytes, MpProblems *problems)
{
  gsize length;
  const char *text;
  json_t *root;
  Reader reader = { 0 };
  MpAgreement *agreement = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  root = parse (text, length, problems);
  if (root == NULL)
    return NULL;

  reader.findings = mp_findings_new ();
  reader.builder = mp_agreement_builder_new ();
  reader.spans = g_array_new (FALSE, FALSE, sizeof (Stretch));
  for (guint kind = 0; kind < N_KINDS; kind++)
    reader.ids[kind] = g_hash_table_new (mp_hash_string, g_str_equal);

  read_root (&reader, root);
  mp_findings_place (reader.findings, text, length, problems);
  if (is_sound (&reader))
    agreement = mp_agreement_builder_end (g_steal_pointer (&reader.builder));

  for (guint kind = 0; kind < N_KINDS; kind++)
    g_hash_table_unref (reader.ids[kind]);
  g_array_unref (reader.spans);
  g_free (reader.mentions);
  mp_agreement_builder_free (reader.builder);
  mp_findings_free (reader.findings);
  json_decref (root);
  return agreement;
}
