/* mp-syntax.c: why a text is not JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-syntax.h"

#include "mp-quote.h"
#include "mp-suggest.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A quoted piece of the text is cut to this many characters. */
#define MAX_QUOTED 24

typedef enum {
  EXPECT_VALUE,
  EXPECT_VALUE_OR_CLOSE, /* after "[" */
  EXPECT_KEY,            /* after a comma in an object */
  EXPECT_KEY_OR_CLOSE,   /* after "{" */
  EXPECT_COLON,
  EXPECT_COMMA_OR_CLOSE, /* after a value */
  EXPECT_END,
} Expected;

/* A container that is open. */
typedef struct {
  gboolean is_object;
  gsize offset;
  const MpPosition *place; /* of one that was open before the text; else NULL, and offset has it */
} Open;

typedef struct {
  const MpExcerpt *excerpt;
  const char *text; /* of the excerpt */
  gsize length;
  gboolean is_line;
  gsize at;
  gsize comma; /* offset of the last one */
  Expected expected;
  guint depth; /* of open containers */
  Open open[MP_VALUE_MAX_DEPTH];

  /* The fault. */
  gsize where;
  char *sentence;
} Checker;

static gboolean
is_space (char character)
{
  return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

static gboolean
is_word_character (char character)
{
  return g_ascii_isalnum (character) || character == '_' || (character & 0x80) != 0;
}

/* Returns the byte at a distance from the present one; NUL beyond the end. */
static char
peek (const Checker *checker, gsize ahead)
{
  return ahead < checker->length - checker->at ? checker->text[checker->at + ahead] : '\0';
}

/* Steps over white space; returns where it ends. */
static gsize
skip_space (Checker *checker)
{
  while (checker->at < checker->length && is_space (checker->text[checker->at]))
    checker->at++;
  return checker->at;
}

/* Records the fault; takes ownership of the sentence. Always returns FALSE, so that the caller can
 * return it. */
static gboolean
fail_at (Checker *checker, gsize where, char *sentence)
{
  checker->where = where;
  checker->sentence = sentence;
  return FALSE;
}

static gboolean
fail (Checker *checker, const char *sentence)
{
  return fail_at (checker, checker->at, g_strdup (sentence));
}

/* Returns, in quotes, what stands here: a word, the beginning of a string, or one character. */
static char *
quote_here (const Checker *checker)
{
  const char *start = checker->text + checker->at;
  const char *limit = checker->text + checker->length;
  const char *end = start;
  g_autofree char *piece = NULL;

  if (*start == '"') {
    end++;
    while (end < limit && *end != '"' && *end != '\n' && *end != '\r')
      end++;
    piece = g_strndup (start + 1, (gsize) (end - start - 1));
  } else {
    while (end < limit && is_word_character (*end))
      end = g_utf8_next_char (end);
    if (end == start)
      end = g_utf8_next_char (start);
    piece = g_strndup (start, (gsize) (end - start));
  }
  return mp_quote_start (piece, MAX_QUOTED);
}

static gboolean
fail_at_end (Checker *checker)
{
  gsize last = checker->length;
  const Open *open = &checker->open[checker->depth - 1];
  char bracket = open->is_object ? '{' : '[';
  MpPosition place =
    open->place != NULL ? *open->place : mp_position_at (checker->excerpt, open->offset);

  while (last > 0 && is_space (checker->text[last - 1]))
    last--;
  if (checker->is_line)
    return fail_at (checker, last,
                    /* Translators: of a file in which each entry has a line of its own */
                    g_strdup_printf (_ ("the line ends before the \"%c\" in column %u is closed"),
                                     bracket, place.column));
  return fail_at (
    checker, last,
    g_strdup_printf (_ ("the file ends before the \"%c\" in line %u, column %u is closed"), bracket,
                     place.line, place.column));
}

/* Reports that something else was expected here: "a colon is expected here, not "}"". */
static gboolean
fail_expected (Checker *checker, const char *expected)
{
  g_autofree char *found = NULL;
  char here = peek (checker, 0);

  if (here == '#' || (here == '/' && (peek (checker, 1) == '/' || peek (checker, 1) == '*')))
    return fail (checker, _ ("JSON has no comments; remove this one"));

  found = quote_here (checker);
  /* Translators: a sentence such as "a colon is expected here", and what was found in its place */
  return fail_at (checker, checker->at, g_strdup_printf (_ ("%s, not %s"), expected, found));
}

/* Reads the four digits after "\u"; -1 if they are not there. */
static int
read_unit (const Checker *checker, gsize ahead)
{
  int unit = 0;

  for (gsize i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value (peek (checker, ahead + i));

    if (digit < 0)
      return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/* Reads an escape, which starts here with its backslash. */
static gboolean
read_escape (Checker *checker)
{
  char letter = peek (checker, 1);
  int unit;
  int second;

  if (letter != 'u') {
    if (letter == '\0' || strchr ("\"\\/bfnrt", letter) == NULL)
      return fail (checker, _ ("this is no escape of JSON; a backslash itself is written \\\\"));
    checker->at += 2;
    return TRUE;
  }

  unit = read_unit (checker, 2);
  if (unit < 0)
    return fail (checker, _ ("\\u is followed by four digits of 0 to 9 and a to f"));
  if (unit == 0)
    return fail (checker, _ ("\\u0000 is a NUL character, which no string can hold; remove it"));
  if (unit < 0xd800 || unit > 0xdfff) {
    checker->at += 6;
    return TRUE;
  }

  second = peek (checker, 6) == '\\' && peek (checker, 7) == 'u' ? read_unit (checker, 8) : -1;
  if (unit > 0xdbff || second < 0xdc00 || second > 0xdfff)
    return fail_at (
      checker, checker->at,
      g_strdup_printf (_ ("\\u%04x is one half of a surrogate pair; the other half is "
                          "not beside it"),
                       (guint) unit));
  checker->at += 12;
  return TRUE;
}

static gboolean
read_string (Checker *checker)
{
  gsize start = checker->at++;

  while (checker->at < checker->length) {
    guchar here = (guchar) checker->text[checker->at];

    if (here == '"') {
      checker->at++;
      return TRUE;
    }
    if (here == '\n' || here == '\r')
      break;
    if (here == '\t')
      return fail (checker, _ ("a tab in a string is written \\t"));
    if (here < 0x20)
      return fail_at (
        checker, checker->at,
        g_strdup_printf (_ ("the control character 0x%02X in a string is written \\u%04x"), here,
                         here));
    if (here != '\\')
      checker->at++;
    else if (!read_escape (checker))
      return FALSE;
  }
  if (skip_space (checker) == checker->length && !checker->is_line)
    return fail_at (checker, start, g_strdup (_ ("the file ends inside this string")));
  return fail_at (
    checker, start,
    g_strdup (_ ("this string is not closed on its line; the closing \" is missing")));
}

static gboolean
read_digits (Checker *checker)
{
  gsize start = checker->at;

  while (g_ascii_isdigit (peek (checker, 0)))
    checker->at++;
  return checker->at > start;
}

static gboolean
read_number (Checker *checker)
{
  gsize start = checker->at;
  g_autofree char *number = NULL;

  if (peek (checker, 0) == '-')
    checker->at++;
  if (peek (checker, 0) == '0' && g_ascii_isdigit (peek (checker, 1)))
    return fail_at (checker, start, g_strdup (_ ("a number does not start with a needless 0")));
  if (!read_digits (checker))
    return fail_at (checker, start, g_strdup (_ ("digits are missing after \"-\"")));
  if (peek (checker, 0) == '.') {
    checker->at++;
    if (!read_digits (checker))
      return fail_at (checker, start, g_strdup (_ ("digits are missing after the decimal point")));
  }
  if (peek (checker, 0) == 'e' || peek (checker, 0) == 'E') {
    checker->at++;
    if (peek (checker, 0) == '+' || peek (checker, 0) == '-')
      checker->at++;
    if (!read_digits (checker))
      return fail_at (checker, start, g_strdup (_ ("digits are missing in the exponent")));
  }

  number = g_strndup (checker->text + start, checker->at - start);
  if (!isfinite (g_ascii_strtod (number, NULL)))
    return fail_at (checker, start, g_strdup (_ ("this number is too large")));
  return TRUE;
}

static gboolean
read_word (Checker *checker)
{
  static const char *const words[] = { "true", "false", "null" };
  gsize start = checker->at;
  gsize end = start;
  g_autofree char *word = NULL;
  g_autofree char *quoted = NULL;
  MpSuggestion suggestion;

  while (end < checker->length && g_ascii_isalpha (checker->text[end]))
    end++;
  word = g_strndup (checker->text + start, end - start);
  suggestion = mp_suggestion_start (word);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    if (strcmp (word, words[i]) == 0) {
      checker->at = end;
      return TRUE;
    }
    mp_suggestion_offer (&suggestion, words[i]);
  }

  quoted = quote_here (checker);
  if (suggestion.best != NULL)
    return fail_at (
      checker, start,
      g_strdup_printf (_ ("unknown word %s; did you mean \"%s\"?"), quoted, suggestion.best));
  return fail_at (
    checker, start,
    g_strdup_printf (_ ("unknown word %s; a string stands in double quotes"), quoted));
}

static gboolean
fail_value (Checker *checker)
{
  /* Quotation marks that people and word processors write where JSON requires straight ones. */
  static const char *const quotes[] = { "'", "`", "“", "”", "„", "‘", "’", "«", "»" };
  char here = peek (checker, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++) {
    gsize size = strlen (quotes[i]);

    if (checker->length - checker->at >= size &&
        memcmp (checker->text + checker->at, quotes[i], size) == 0)
      return fail (checker, _ ("a string stands in straight double quotes"));
  }
  if (here == '+' || here == '.')
    return fail (checker, _ ("a number starts with a digit or with \"-\""));
  return fail_expected (checker,
                        checker->expected == EXPECT_KEY || checker->expected == EXPECT_KEY_OR_CLOSE
                          ? _ ("a key in double quotes is expected here")
                          : _ ("a value is expected here"));
}

/* What may follow a value depends on the container in which it stands. */
static void
value_ended (Checker *checker)
{
  checker->expected = checker->depth > 0 ? EXPECT_COMMA_OR_CLOSE : EXPECT_END;
}

static gboolean
close_container (Checker *checker)
{
  gboolean is_object = checker->open[checker->depth - 1].is_object;

  if (checker->text[checker->at] != (is_object ? '}' : ']'))
    return fail_expected (checker,
                          is_object ? _ ("\"}\" is expected here") : _ ("\"]\" is expected here"));
  checker->at++;
  checker->depth--;
  value_ended (checker);
  return TRUE;
}

static gboolean
read_value (Checker *checker)
{
  char here = peek (checker, 0);

  if (here == ']' && checker->expected == EXPECT_VALUE_OR_CLOSE)
    return close_container (checker);
  if (here == ']' && checker->depth > 0 && !checker->open[checker->depth - 1].is_object)
    return fail_at (checker, checker->comma,
                    g_strdup (_ ("nothing follows this comma; remove it")));
  if (checker->depth == MP_VALUE_MAX_DEPTH)
    return fail_at (checker, checker->at,
                    g_strdup_printf (_ ("values are nested too deeply; %d levels are the limit"),
                                     MP_VALUE_MAX_DEPTH));

  if (here == '{' || here == '[') {
    checker->open[checker->depth++] = (Open) { here == '{', checker->at++, NULL };
    checker->expected = here == '{' ? EXPECT_KEY_OR_CLOSE : EXPECT_VALUE_OR_CLOSE;
    return TRUE;
  }
  if (here == '"') {
    if (!read_string (checker))
      return FALSE;
  } else if (here == '-' || g_ascii_isdigit (here)) {
    if (!read_number (checker))
      return FALSE;
  } else if (g_ascii_isalpha (here)) {
    if (!read_word (checker))
      return FALSE;
  } else {
    return fail_value (checker);
  }
  value_ended (checker);
  return TRUE;
}

static gboolean
read_key (Checker *checker)
{
  char here = peek (checker, 0);

  if (here == '"') {
    checker->expected = EXPECT_COLON;
    return read_string (checker);
  }
  if (here == '}') {
    if (checker->expected == EXPECT_KEY)
      return fail_at (checker, checker->comma,
                      g_strdup (_ ("nothing follows this comma; remove it")));
    return close_container (checker);
  }
  return fail_value (checker);
}

static gboolean
read_after_value (Checker *checker)
{
  gboolean is_object = checker->open[checker->depth - 1].is_object;
  char here = peek (checker, 0);

  if (here == ',') {
    checker->comma = checker->at++;
    checker->expected = is_object ? EXPECT_KEY : EXPECT_VALUE;
    return TRUE;
  }
  if (here == '}' || here == ']')
    return close_container (checker);
  if (here == '"' || here == '{' || here == '[') {
    g_autofree char *found = quote_here (checker);

    return fail_at (checker, checker->at,
                    /* Translators: what the comma is missing before, in quotes */
                    g_strdup_printf (_ ("a comma is missing before %s"), found));
  }
  return fail_expected (checker, is_object ? _ ("a comma or \"}\" is expected here")
                                           : _ ("a comma or \"]\" is expected here"));
}

static gboolean
read_colon (Checker *checker)
{
  if (peek (checker, 0) != ':')
    return fail_expected (checker, _ ("a colon is expected here, after a key"));
  checker->at++;
  checker->expected = EXPECT_VALUE;
  return TRUE;
}

/* Reads the next token. Returns FALSE where there is a fault. */
static gboolean
read_token (Checker *checker)
{
  switch (checker->expected) {
  case EXPECT_VALUE:
  case EXPECT_VALUE_OR_CLOSE:
    return read_value (checker);
  case EXPECT_KEY:
  case EXPECT_KEY_OR_CLOSE:
    return read_key (checker);
  case EXPECT_COLON:
    return read_colon (checker);
  case EXPECT_COMMA_OR_CLOSE:
    return read_after_value (checker);
  case EXPECT_END:
    if (checker->is_line)
      return fail (checker, _ ("each term and each milestone has a line of its own; begin a new "
                               "line here"));
    return fail (checker, _ ("the agreement has ended before this; remove what follows"));
  default:
    g_return_val_if_reached (FALSE);
  }
}

/* What is expected where the text begins. */
static Expected
first_expected (const MpSyntaxStart *start)
{
  if (start->n_open == 0)
    return start->after_value ? EXPECT_END : EXPECT_VALUE;
  if (start->after_value)
    return EXPECT_COMMA_OR_CLOSE;
  return start->open[start->n_open - 1].is_object ? EXPECT_KEY_OR_CLOSE : EXPECT_VALUE_OR_CLOSE;
}

char *
mp_syntax_find_fault (const MpExcerpt *excerpt, const MpSyntaxStart *start, gsize *offset)
{
  g_autofree Checker *checker = g_new0 (Checker, 1);

  checker->excerpt = excerpt;
  checker->text = excerpt->text;
  checker->length = excerpt->length;
  checker->is_line = start->is_line;
  for (guint i = 0; i < start->n_open; i++)
    checker->open[i] = (Open) { start->open[i].is_object, 0, &start->open[i].place };
  checker->depth = start->n_open;
  checker->expected = first_expected (start);
  for (;;) {
    if (skip_space (checker) == checker->length) {
      if (checker->depth > 0)
        fail_at_end (checker);
      break;
    }
    if (!read_token (checker))
      break;
  }

  *offset = checker->where;
  return checker->sentence;
}

char *
mp_syntax_check_encoding (const char *text, gsize length)
{
  const char *encoding = NULL;

  /* Without a byte order mark, a NUL beside the first character tells, which is one of ASCII in
   * every JSON text. */
  if (length >= 4 &&
      (memcmp (text, "\xff\xfe\0\0", 4) == 0 || memcmp (text, "\0\0\xfe\xff", 4) == 0 ||
       (text[3] != '\0' && memcmp (text, "\0\0\0", 3) == 0) ||
       (text[0] != '\0' && memcmp (text + 1, "\0\0\0", 3) == 0)))
    encoding = "UTF-32";
  else if (length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0 ||
                           (text[0] == '\0') != (text[1] == '\0')))
    encoding = "UTF-16";
  if (encoding == NULL)
    return NULL;
  /* Translators: an encoding, such as UTF-16 */
  return g_strdup_printf (_ ("the file is in %s; save it as UTF-8"), encoding);
}

char *
mp_syntax_check_utf8 (const char *text, gsize length, gsize *offset)
{
  const char *invalid;

  if (g_utf8_validate_len (text, length, &invalid))
    return NULL;
  *offset = (gsize) (invalid - text);
  if (*invalid == '\0')
    return g_strdup (_ ("the file holds a NUL byte, so it is not a text"));
  return g_strdup_printf (_ ("the byte 0x%02X is not UTF-8; save the file as UTF-8"),
                          (guchar) *invalid);
}
