/* mp-value.c: from the text of one JSON value to Jansson's value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-value.h"

#include <string.h>

/* A whole number of at most this many digits is exact in a floating point number. */
#define MAX_EXACT_DIGITS 15

typedef struct {
  const char *start;
  const char *at;
  const char *end;
  guint depth;           /* values around the one that is read */
  GArray *members;       /* of MpMemberPlace, or NULL: of the object that is read */
  const char *duplicate; /* a key that stands twice, or NULL */
} Reading;

static json_t *read_value (Reading *reading);

static void
skip_space (Reading *reading)
{
  while (reading->at < reading->end && (*reading->at == ' ' || *reading->at == '\n' ||
                                        *reading->at == '\t' || *reading->at == '\r'))
    reading->at++;
}

/* Steps over a character; returns FALSE if it is not the next one. */
static gboolean
take (Reading *reading, char character)
{
  if (reading->at == reading->end || *reading->at != character)
    return FALSE;
  reading->at++;
  return TRUE;
}

/* Lets Jansson read a string or a number. */
static json_t *
decode (const char *token, gsize length)
{
  return json_loadb (token, length, JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, NULL);
}

/* Steps over a string. Returns FALSE if it does not end. has_escapes says if what is between its
 * quotation marks has to be decoded. */
static gboolean
skip_string (Reading *reading, gboolean *has_escapes)
{
  *has_escapes = FALSE;
  for (reading->at++; reading->at < reading->end; reading->at++) {
    if (*reading->at == '"') {
      reading->at++;
      return TRUE;
    }
    if ((guchar) *reading->at < ' ')
      return FALSE;
    if (*reading->at == '\\') {
      *has_escapes = TRUE;
      reading->at++;
    }
  }
  return FALSE;
}

static json_t *
read_string (Reading *reading)
{
  const char *token = reading->at;
  gboolean has_escapes;

  if (!skip_string (reading, &has_escapes))
    return NULL;
  if (has_escapes)
    return decode (token, (gsize) (reading->at - token));
  return json_stringn_nocheck (token + 1, (gsize) (reading->at - token) - 2);
}

static json_t *
read_number (Reading *reading)
{
  const char *token = reading->at;
  gboolean is_whole = TRUE;
  double value = 0;
  gsize length;

  for (; reading->at < reading->end; reading->at++) {
    if (g_ascii_isdigit (*reading->at))
      value = value * 10 + (*reading->at - '0');
    else if (strchr ("+-.eE", *reading->at) != NULL && *reading->at != '\0')
      is_whole = FALSE;
    else
      break;
  }
  length = (gsize) (reading->at - token);
  if (is_whole && length > 0 && length <= MAX_EXACT_DIGITS && (*token != '0' || length == 1))
    return json_real (value);
  return decode (token, length);
}

/* Reads one of the three words. */
static json_t *
read_word (Reading *reading, const char *word, json_t *value)
{
  gsize length = strlen (word);

  if ((gsize) (reading->end - reading->at) < length || memcmp (reading->at, word, length) != 0)
    return NULL;
  reading->at += length;
  return value;
}

static json_t *
read_array (Reading *reading)
{
  json_t *array = json_array ();

  reading->at++;
  skip_space (reading);
  if (array == NULL || take (reading, ']'))
    return array;
  do {
    if (json_array_append_new (array, read_value (reading)) != 0)
      break;
    skip_space (reading);
    if (take (reading, ']'))
      return array;
  } while (take (reading, ','));
  json_decref (array);
  return NULL;
}

/* Reads a key, a colon and a value into an object. */
static gboolean
read_member (Reading *reading, json_t *object, GArray *members)
{
  const char *token;
  json_t *decoded = NULL;
  const char *key;
  gsize length;
  gboolean has_escapes, done = FALSE;

  skip_space (reading);
  token = reading->at;
  if (token == reading->end || *token != '"' || !skip_string (reading, &has_escapes))
    return FALSE;
  key = token + 1;
  length = (gsize) (reading->at - token) - 2;
  if (has_escapes) {
    decoded = decode (token, length + 2);
    key = json_string_value (decoded);
    length = json_string_length (decoded);
    if (key == NULL)
      return FALSE;
  }

  if (json_object_getn (object, key, length) != NULL) {
    reading->duplicate = token;
  } else {
    skip_space (reading);
    if (take (reading, ':')) {
      skip_space (reading);
      if (members != NULL) {
        MpMemberPlace place = { (gsize) (token - reading->start),
                                (gsize) (reading->at - reading->start) };

        g_array_append_val (members, place);
      }
      done = json_object_setn_new_nocheck (object, key, length, read_value (reading)) == 0;
    }
  }
  json_decref (decoded);
  return done;
}

static json_t *
read_object (Reading *reading)
{
  GArray *members = reading->members;
  json_t *object = json_object ();

  reading->members = NULL;
  reading->at++;
  skip_space (reading);
  if (object == NULL || take (reading, '}'))
    return object;
  do {
    if (!read_member (reading, object, members))
      break;
    skip_space (reading);
    if (take (reading, '}'))
      return object;
  } while (take (reading, ','));
  json_decref (object);
  return NULL;
}

/* Reads the value that is next; NULL if it cannot be read. */
static json_t *
read_value (Reading *reading)
{
  json_t *value = NULL;

  skip_space (reading);
  if (reading->at == reading->end || reading->depth == MP_VALUE_MAX_DEPTH)
    return NULL;
  reading->depth++;
  switch (*reading->at) {
  case '{':
    value = read_object (reading);
    break;
  case '[':
    reading->members = NULL;
    value = read_array (reading);
    break;
  case '"':
    value = read_string (reading);
    break;
  case 't':
    value = read_word (reading, "true", json_true ());
    break;
  case 'f':
    value = read_word (reading, "false", json_false ());
    break;
  case 'n':
    value = read_word (reading, "null", json_null ());
    break;
  default:
    value = read_number (reading);
  }
  reading->depth--;
  return value;
}

json_t *
mp_value_read (const char *text, gsize length, guint depth, GArray *members, gsize *duplicate)
{
  Reading reading = { text, text, text + length, depth, members, NULL };
  json_t *value = read_value (&reading);

  skip_space (&reading);
  if (value != NULL && reading.at != reading.end) {
    json_decref (value);
    value = NULL;
  }
  *duplicate = reading.duplicate != NULL ? (gsize) (reading.duplicate - text) : G_MAXSIZE;
  return value;
}
