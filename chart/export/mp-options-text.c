/* mp-options-text.c: the options of a figure as text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-options-text.h"

#include "mp-agreement.h"
#include "mp-session.h"
#include "mp-style.h"
#include "mp-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <math.h>
#include <string.h>

/* The longest string among the options, in bytes, and the largest multiple of the size of text. */
#define MAX_STRING 4000
#define MAX_TEXT_SIZE 20

/* Numbers are written with as many digits as tell any two apart. */
#define DIGITS 17

static const char *const layouts[MP_N_FIGURE_LAYOUTS] = { "window", "wide", "page", "square",
                                                          "table" };
static const char *const charts[] = { "timeline", "table" };
static const char *const colorings[] = { "accent", "topics" };
static const char *const themes[MP_N_THEMES] = { "light", "dark", "contrast", "contrast-dark",
                                                 "print" };
static const char *const directions[] = { "ltr", "rtl" };

static const MpVocabulary layout_words = MP_VOCABULARY (layouts);
static const MpVocabulary chart_words = MP_VOCABULARY (charts);
static const MpVocabulary coloring_words = MP_VOCABULARY (colorings);
static const MpVocabulary theme_words = MP_VOCABULARY (themes);
static const MpVocabulary direction_words = MP_VOCABULARY (directions);

typedef enum {
  FIELD_NUMBER,
  FIELD_BOOLEAN,
  FIELD_STRING, /* left out if it is NULL */
} FieldKind;

/* The options that are words, and those that are values without a meaning of their own. */
typedef struct {
  const char *key;
  gsize offset;
  const MpVocabulary *words;
} WordField;

typedef struct {
  const char *key;
  gsize offset;
  FieldKind kind;
  double least; /* of a number */
  double most;
} Field;

#define AT(member) G_STRUCT_OFFSET (MpFigureOptions, member)

static const WordField word_fields[] = {
  { "layout", AT (layout), &layout_words },
  { "chart", AT (chart), &chart_words },
  { "theme", AT (theme), &theme_words },
  { "colors", AT (coloring), &coloring_words },
  { "direction", AT (direction), &direction_words },
};

static const Field fields[] = {
  { "width", AT (width), FIELD_NUMBER, MP_FIGURE_MIN_SIDE, MP_FIGURE_MAX_SIDE },
  { "height", AT (height), FIELD_NUMBER, 0, MP_FIGURE_MAX_SIDE },
  { "scale", AT (scale), FIELD_NUMBER, 1.0 / MP_FIGURE_MAX_SIDE, MP_FIGURE_MAX_PIXEL_SIDE },
  { "text_size", AT (text_size), FIELD_NUMBER, 1.0 / MAX_TEXT_SIZE, MAX_TEXT_SIZE },
  { "print", AT (is_print), FIELD_BOOLEAN },
  { "transparent", AT (is_transparent), FIELD_BOOLEAN },
  { "hide_unchanged", AT (hide_unchanged), FIELD_BOOLEAN },
  { "headline", AT (headline), FIELD_STRING },
  { "subtitle", AT (subtitle), FIELD_STRING },
  { "font", AT (font), FIELD_STRING },
};

#undef AT

const char *
mp_options_own_language (void)
{
  /* Translators: the code of the language that you translate into, as "de" or "zh-Hans" (BCP 47):
   * it tells browsers which language a page is in. */
  return C_ ("code of the language", "en");
}

/* --- Writing ---------------------------------------------------------------------------------- */

static json_t *
field_to_json (const Field *field, const MpFigureOptions *options)
{
  const char *string;

  switch (field->kind) {
  case FIELD_NUMBER:
    return json_real (G_STRUCT_MEMBER (double, options, field->offset));
  case FIELD_BOOLEAN:
    return json_boolean (G_STRUCT_MEMBER (gboolean, options, field->offset));
  case FIELD_STRING:
  default:
    string = G_STRUCT_MEMBER (const char *, options, field->offset);
    return string != NULL ? json_string (string) : NULL;
  }
}

/* Adds a date, unless it is NULL. */
static void
add_date (json_t *view, const char *key, const MpDate *date)
{
  if (date != NULL)
    json_object_set_new (view, key, json_string (date->text));
}

static json_t *
id_to_json (MpAgreement *agreement, MpTextRef id)
{
  return json_string (mp_agreement_text (agreement, id));
}

static json_t *
milestone_to_json (MpAgreement *agreement, guint32 milestone)
{
  return id_to_json (agreement, mp_agreement_milestones (agreement)->id[milestone]);
}

static json_t *
term_to_json (MpAgreement *agreement, guint32 term)
{
  return id_to_json (agreement, mp_agreement_terms (agreement, NULL)[term].id);
}

static json_t *
topic_to_json (MpAgreement *agreement, guint32 topic)
{
  return id_to_json (agreement, mp_agreement_topics (agreement, NULL)[topic].id);
}

/* Returns the ids of what is in a set. */
static json_t *
set_to_json (const MpBits *set, MpAgreement *agreement, json_t *(*to_json) (MpAgreement *, guint32))
{
  json_t *list = json_array ();

  for (guint32 i = 0; i < set->length; i++)
    if (mp_bits_has (set, i))
      json_array_append_new (list, to_json (agreement, i));
  return list;
}

/* Adds a milestone by its id, or a phase by its term and its place among the phases of it. */
static void
add_selection (json_t *view, MpItem selection, MpAgreement *agreement)
{
  if (selection.kind == MP_ITEM_MILESTONE) {
    json_object_set_new (view, "selected_milestone",
                         milestone_to_json (agreement, selection.index));
  } else if (selection.kind == MP_ITEM_PHASE) {
    guint32 term = mp_agreement_phases (agreement)->term[selection.index];
    guint32 first = mp_agreement_terms (agreement, NULL)[term].phases.first;

    json_object_set_new (view, "selected_term", term_to_json (agreement, term));
    json_object_set_new (view, "selected_phase", json_integer (selection.index - first));
  }
}

static void
add_what_is_shown (json_t *view, const MpFigureOptions *options, MpAgreement *agreement)
{
  if (options->has_span)
    json_object_set_new (
      view, "days", json_pack ("[o, o]", json_real (options->begin), json_real (options->end)));
  if (options->milestone != MP_NONE)
    json_object_set_new (view, "milestone", milestone_to_json (agreement, options->milestone));
  if (options->visible != NULL) {
    json_object_set_new (view, "terms",
                         set_to_json (options->visible->terms, agreement, term_to_json));
    json_object_set_new (view, "milestones",
                         set_to_json (options->visible->milestones, agreement, milestone_to_json));
  }
  if (options->collapsed != NULL)
    json_object_set_new (view, "collapsed",
                         set_to_json (options->collapsed, agreement, topic_to_json));
}

char *
mp_options_to_text (const MpFigureOptions *options, MpAgreement *agreement)
{
  json_t *view = json_object ();
  MpDate today;
  char *dumped, *text;

  json_object_set_new (view, "version", json_string (MP_VERSION));
  json_object_set_new (view, "language", json_string (mp_options_own_language ()));
  for (guint i = 0; i < G_N_ELEMENTS (word_fields); i++) {
    const WordField *field = &word_fields[i];
    guint value = G_STRUCT_MEMBER (guint, options, field->offset);

    json_object_set_new (view, field->key, json_string (mp_vocabulary_word (field->words, value)));
  }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    json_t *value = field_to_json (&fields[i], options);

    if (value != NULL)
      json_object_set_new (view, fields[i].key, value);
  }
  mp_date_for_day (options->today, &today);
  add_date (view, "today", &today);
  add_date (view, "as_of", options->as_of);
  add_date (view, "before", options->before);
  add_selection (view, options->selection, agreement);
  add_what_is_shown (view, options, agreement);
  dumped = json_dumps (view, JSON_INDENT (1) | JSON_REAL_PRECISION (DIGITS));
  text = g_strdup (dumped);
  free (dumped);
  json_decref (view);
  return text;
}

/* --- Reading ---------------------------------------------------------------------------------- */

/* What is read, with what it points to. */
typedef struct {
  MpAgreement *agreement;  /* borrowed */
  json_t *json;            /* owned; strings among the options are its own */
  MpFigureOptions options; /* visible and collapsed are owned */
  MpDate today;
  MpDate as_of;
  MpDate before;
} Reading;

static void
reading_clear (Reading *reading)
{
  json_decref (reading->json);
  g_clear_pointer (&reading->options.visible, mp_visible_set_unref);
  g_clear_pointer (&reading->options.collapsed, mp_bits_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
is_harmless (const char *string)
{
  if (strlen (string) > MAX_STRING)
    return FALSE;
  for (const char *at = string; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      return FALSE;
  return TRUE;
}

/* Returns a string that is no longer than any option may be, or NULL. */
static const char *
string_of (const json_t *value)
{
  const char *string = json_string_value (value);

  return string != NULL && strlen (string) == json_string_length (value) && is_harmless (string)
           ? string
           : NULL;
}

static gboolean
read_field (const Field *field, const json_t *value, MpFigureOptions *options)
{
  double number;

  switch (field->kind) {
  case FIELD_NUMBER:
    number = json_number_value (value);
    G_STRUCT_MEMBER (double, options, field->offset) = number;
    return json_is_number (value) && number >= field->least && number <= field->most;
  case FIELD_BOOLEAN:
    G_STRUCT_MEMBER (gboolean, options, field->offset) = json_is_true (value);
    return json_is_boolean (value);
  case FIELD_STRING:
  default:
    G_STRUCT_MEMBER (const char *, options, field->offset) = string_of (value);
    return string_of (value) != NULL;
  }
}

static gboolean
read_word (const WordField *field, const json_t *value, MpFigureOptions *options)
{
  const char *word = string_of (value);

  return word != NULL &&
         mp_vocabulary_find (field->words, word, &G_STRUCT_MEMBER (guint, options, field->offset));
}

static gboolean
read_date (const json_t *value, MpDate *date)
{
  const char *text = string_of (value);

  return text != NULL && mp_date_parse (text, -1, date, NULL, NULL) &&
         date->kind == MP_DATE_KNOWN && date->earliest > MP_INSTANT_MIN &&
         date->after < MP_INSTANT_MAX;
}

static gboolean
read_today (Reading *reading, const json_t *value)
{
  reading->options.today = read_date (value, &reading->today) ? reading->today.earliest : 0;
  return *reading->today.text != '\0';
}

static gboolean
read_as_of (Reading *reading, const json_t *value)
{
  reading->options.as_of = &reading->as_of;
  return read_date (value, &reading->as_of);
}

static gboolean
read_before (Reading *reading, const json_t *value)
{
  reading->options.before = &reading->before;
  return read_date (value, &reading->before);
}

/* --- What belongs to the agreement ------------------------------------------------------------ */

static guint32
find_topic (MpAgreement *agreement, const char *id)
{
  guint n_topics;
  const MpTopic *topics = mp_agreement_topics (agreement, &n_topics);

  for (guint32 i = 0; i < n_topics; i++)
    if (g_str_equal (mp_agreement_text (agreement, topics[i].id), id))
      return i;
  return MP_NONE;
}

static guint32
find (MpAgreement *agreement, const json_t *value,
      guint32 (*find_id) (MpAgreement *agreement, const char *id))
{
  const char *id = json_string_value (value);

  return id != NULL ? find_id (agreement, id) : MP_NONE;
}

/* Puts what a list of ids names into a set. Returns FALSE if it is no such list. */
static gboolean
read_set (Reading *reading, const json_t *list, MpBits *set,
          guint32 (*find_id) (MpAgreement *agreement, const char *id))
{
  for (gsize i = 0; i < json_array_size (list); i++) {
    guint32 index = find (reading->agreement, json_array_get (list, i), find_id);

    if (index == MP_NONE)
      return FALSE;
    mp_bits_set (set, index, TRUE);
  }
  return json_is_array (list);
}

/* Makes the set of what is shown, in which nothing is yet, unless it is there already. */
static MpVisibleSet *
ensure_visible (Reading *reading)
{
  guint n_terms, n_milestones = mp_agreement_milestones (reading->agreement)->length;

  mp_agreement_terms (reading->agreement, &n_terms);
  if (reading->options.visible == NULL) {
    MpVisibleSet *visible = mp_visible_set_new (n_terms, n_milestones);

    for (guint i = 0; i < n_terms; i++)
      mp_bits_set (visible->terms, i, FALSE);
    for (guint i = 0; i < n_milestones; i++)
      mp_bits_set (visible->milestones, i, FALSE);
    reading->options.visible = visible;
  }
  return reading->options.visible;
}

static gboolean
read_terms (Reading *reading, const json_t *value)
{
  return read_set (reading, value, ensure_visible (reading)->terms, mp_agreement_find_term);
}

static gboolean
read_milestones (Reading *reading, const json_t *value)
{
  return read_set (reading, value, ensure_visible (reading)->milestones,
                   mp_agreement_find_milestone);
}

static gboolean
read_collapsed (Reading *reading, const json_t *value)
{
  guint n_topics;

  mp_agreement_topics (reading->agreement, &n_topics);
  reading->options.collapsed = mp_bits_new (n_topics);
  return read_set (reading, value, reading->options.collapsed, find_topic);
}

static gboolean
read_milestone (Reading *reading, const json_t *value)
{
  reading->options.milestone = find (reading->agreement, value, mp_agreement_find_milestone);
  return reading->options.milestone != MP_NONE;
}

static gboolean
read_selected_milestone (Reading *reading, const json_t *value)
{
  guint32 milestone = find (reading->agreement, value, mp_agreement_find_milestone);

  reading->options.selection = (MpItem) { MP_ITEM_MILESTONE, milestone };
  return milestone != MP_NONE;
}

static gboolean
read_selected_term (Reading *reading, const json_t *value)
{
  guint32 term = find (reading->agreement, value, mp_agreement_find_term);
  json_int_t place = json_integer_value (json_object_get (reading->json, "selected_phase"));
  MpRun phases;

  if (term == MP_NONE)
    return FALSE;
  phases = mp_agreement_terms (reading->agreement, NULL)[term].phases;
  reading->options.selection = (MpItem) { MP_ITEM_PHASE, phases.first + (guint32) place };
  return place >= 0 && place < phases.count;
}

static gboolean
read_days (Reading *reading, const json_t *value)
{
  double begin = json_number_value (json_array_get (value, 0));
  double end = json_number_value (json_array_get (value, 1));
  double most = (double) MP_DATE_MAX_YEAR * 366;

  reading->options.has_span = TRUE;
  reading->options.begin = begin;
  reading->options.end = end;
  return json_array_size (value) == 2 && begin >= -most && end <= most &&
         end - begin >= MP_SESSION_MIN_DAYS;
}

static const struct {
  const char *key;
  gboolean (*read) (Reading *reading, const json_t *value);
} parts[] = {
  { "today", read_today },
  { "as_of", read_as_of },
  { "before", read_before },
  { "milestone", read_milestone },
  { "selected_milestone", read_selected_milestone },
  { "selected_term", read_selected_term },
  { "days", read_days },
  { "terms", read_terms },
  { "milestones", read_milestones },
  { "collapsed", read_collapsed },
};

/* --- All of it -------------------------------------------------------------------------------- */

static json_t *
parse (const char *text)
{
  return strlen (text) <= MP_OPTIONS_TEXT_MAX ? json_loads (text, JSON_REJECT_DUPLICATES, NULL)
                                              : NULL;
}

/* Reads all options that are there. Returns the key of one that is not right, or NULL. */
static const char *
read_options (Reading *reading)
{
  const json_t *value;

  for (guint i = 0; i < G_N_ELEMENTS (word_fields); i++) {
    value = json_object_get (reading->json, word_fields[i].key);
    if (value != NULL && !read_word (&word_fields[i], value, &reading->options))
      return word_fields[i].key;
  }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    value = json_object_get (reading->json, fields[i].key);
    if (value != NULL && !read_field (&fields[i], value, &reading->options))
      return fields[i].key;
  }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    value = json_object_get (reading->json, parts[i].key);
    if (value != NULL && !parts[i].read (reading, value))
      return parts[i].key;
  }
  /* Nothing is drawn as of a day that is not known. */
  return *reading->today.text == '\0' ? "today" : NULL;
}

MpFigureOptions *
mp_options_from_text (const char *text, MpAgreement *agreement, GError **error)
{
  g_auto (Reading) reading = { .agreement = agreement, .options = mp_figure_options_new (0) };
  const char *wrong;

  reading.json = parse (text);
  if (!json_is_object (reading.json)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("the view inside the picture is no JSON object"));
    return NULL;
  }
  wrong = read_options (&reading);
  if (wrong != NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 /* Translators: %s is a key of a file, such as "today" */
                 _ ("the view inside the picture is not right: \"%s\""), wrong);
    return NULL;
  }
  if (reading.options.visible != NULL)
    mp_visible_set_count (reading.options.visible);
  reading.options.has_agreement = TRUE;
  return mp_figure_options_copy (&reading.options);
}

static char *
string_at (const char *text, const char *key)
{
  json_t *view = parse (text);
  const char *string = string_of (json_object_get (view, key));
  char *copy = g_strdup (string != NULL ? string : "");

  json_decref (view);
  return copy;
}

char *
mp_options_text_version (const char *text)
{
  return string_at (text, "version");
}

char *
mp_options_text_language (const char *text)
{
  return string_at (text, "language");
}
