/* mp-assumption.c: reads numbers that people assume
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-assumption.h"

#include "mp-casefold.h"
#include "mp-number.h"
#include "mp-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* More digits than a double has. */
#define MAX_DIGITS 40

/* The names of large numbers in English, and what else people type for them. */
#define ENGLISH_NAMES "12 trillion;12 tn;12 t;9 billion;9 bn;9 b;6 million;6 mn;6 m;3 thousand;3 k"

static const struct {
  const char *title;
  gboolean is_share; /* in percent */
  double least;      /* as it is typed */
  double most;
  const char *bounds; /* the sentence for what is beyond them */
} kinds[MP_N_ASSUMPTIONS] = {
  [MP_ASSUME_BASE] = { N_ ("Base in the first year"), FALSE, 0, 1e15,
                       N_ ("the base is 0 or more, and at most 1000 trillion") },
  [MP_ASSUME_GROWTH] = { N_ ("Growth a year"), TRUE, -100, 1000,
                         N_ ("the growth is -100 to 1000 percent a year") },
  [MP_ASSUME_RATE] = { N_ ("Rate"), TRUE, 0, 100, N_ ("the rate is 0 to 100 percent") },
};

/* A text that is read. */
typedef struct {
  MpAssumptionKind kind;
  const char *unit;
  const char *at;
} Reader;

/* A number as it was typed. */
typedef struct {
  double value;
  double size; /* of its name; 0: it has none */
} Number;

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, sentence);
  return FALSE;
}

static gboolean
refuse_unread (const Reader *self, GError **error)
{
  return refuse (error, kinds[self->kind].is_share
                          ? _ ("this is no number; write one such as 20, or two such as 15 to 20")
                          : _ ("this is no number; write one such as 30 billion, or two such as 30 "
                               "to 40 billion"));
}

/* --- Pieces ----------------------------------------------------------------------------------- */

static void
skip_spaces (Reader *self)
{
  while (g_unichar_isspace (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);
}

/* Passes over a text, if it is next. */
static gboolean
take (Reader *self, const char *text)
{
  if (!g_str_has_prefix (self->at, text))
    return FALSE;
  self->at += strlen (text);
  return TRUE;
}

/* Returns the letters that are next, casefolded, without passing over them. Sets *end to what
 * follows. */
static char *
next_word (const Reader *self, const char **end)
{
  g_autofree char *word = NULL;
  const char *at = self->at;

  while (g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  *end = at;
  word = g_strndup (self->at, (gsize) (at - self->at));
  return mp_casefold (word);
}

static gboolean
is_word (const char *word, const char *other)
{
  g_autofree char *casefolded = mp_casefold (other);

  return *word != '\0' && g_str_equal (word, casefolded);
}

/* Returns what a name in a list is the name of, 0 if it is not in it. The names may have a "#". */
static double
find_name (const char *names, const char *word)
{
  g_auto (GStrv) list = g_strsplit (names, ";", -1);

  for (char **entry = list; *entry != NULL; entry++) {
    char *name;
    guint64 zeros = g_ascii_strtoull (*entry, &name, 10);

    g_strdelimit (name, "#", ' ');
    if (is_word (word, g_strstrip (name)))
      return pow (10, (double) MIN (zeros, 15));
  }
  return 0;
}

static double
size_of_name (const char *word)
{
  double size = find_name (ENGLISH_NAMES, word);

  if (size == 0)
    size = find_name (mp_words_number_names (), word);
  if (size == 0)
    /* Translators: short names of large numbers that people type, each after the number of its
     * zeros. */
    size = find_name (C_ ("typed numbers", "9 bn;6 mn;3 thousand"), word);
  return size;
}

/* --- Numbers ---------------------------------------------------------------------------------- */

static gboolean
take_sign (Reader *self)
{
  if (take (self, "-") || take (self, "−"))
    return TRUE;
  (void) take (self, "+");
  return FALSE;
}

/* Digits with points and commas in them. */
typedef struct {
  char digits[MAX_DIGITS + 1];
  guint n_digits;
  guint n_marks;
  guint n_first;        /* digits before the first mark */
  guint n_after;        /* and after the last one */
  char mark;            /* the last one */
  gboolean has_changed; /* it is another one than those before */
} Digits;

/* Takes a mark. Those of groups are alike, with three digits between two of them; another one is
 * that of the decimals, and the last. */
static gboolean
take_mark (Digits *digits, char mark)
{
  if (digits->n_marks > 0 && (digits->n_after != 3 || digits->has_changed))
    return FALSE;
  digits->has_changed = digits->n_marks > 0 && mark != digits->mark;
  digits->n_marks++;
  digits->n_after = 0;
  digits->mark = mark;
  return TRUE;
}

static gboolean
take_digits (Reader *self, Digits *digits)
{
  *digits = (Digits) { 0 };
  for (;; self->at++) {
    char c = *self->at;

    if (g_ascii_isdigit (c)) {
      if (digits->n_digits == MAX_DIGITS)
        return FALSE;
      digits->digits[digits->n_digits++] = c;
      digits->n_after++;
      digits->n_first += digits->n_marks == 0;
    } else if ((c != '.' && c != ',') || !g_ascii_isdigit (self->at[1])) {
      return digits->n_digits > 0;
    } else if (!take_mark (digits, c)) {
      return FALSE;
    }
  }
}

/* Whether the marks can be those of groups. */
static gboolean
are_groups (const Digits *digits)
{
  return digits->n_marks > 0 && !digits->has_changed && digits->n_after == 3 &&
         digits->n_first >= 1 && digits->n_first <= 3 && digits->digits[0] != '0';
}

/* Reads a number without sign. One mark before three digits, as in "1,500", may be that of groups
 * or that of the decimals: a guess could be wrong by a factor of a thousand. */
static gboolean
take_value (Reader *self, double *value, GError **error)
{
  Digits digits;

  if (!take_digits (self, &digits) ||
      (digits.n_marks > 1 && !digits.has_changed && !are_groups (&digits)))
    return refuse_unread (self, error);
  if (digits.n_marks == 1 && are_groups (&digits))
    return refuse (error, _ ("a number with a mark before three digits can be read in two ways; "
                             "write 1500 or 1.5"));
  *value = g_ascii_strtod (digits.digits, NULL);
  if (digits.n_marks > 0 && !are_groups (&digits))
    *value /= pow (10, digits.n_after);
  return TRUE;
}

/* Passes over a unit or a sign for percent. */
static gboolean
take_unit (Reader *self)
{
  const char *end;
  g_autofree char *word = next_word (self, &end);
  gboolean is_share = kinds[self->kind].is_share;

  if (is_share && (take (self, "%") || take (self, "٪")))
    return TRUE;
  if (is_share ? !is_word (word, "percent") && !is_word (word, C_ ("typed unit", "percent"))
               : !is_word (word, self->unit))
    return FALSE;
  self->at = end;
  return TRUE;
}

static gboolean
take_number (Reader *self, Number *number, GError **error)
{
  const char *end;
  g_autofree char *name = NULL;
  gboolean is_negative;

  skip_spaces (self);
  if (take_unit (self))
    skip_spaces (self);
  is_negative = take_sign (self);
  if (!take_value (self, &number->value, error))
    return FALSE;
  if (is_negative)
    number->value = -number->value;
  skip_spaces (self);
  name = next_word (self, &end);
  number->size = kinds[self->kind].is_share ? 0 : size_of_name (name);
  if (number->size > 0) {
    self->at = end;
    (void) take (self, ".");
  }
  skip_spaces (self);
  if (take_unit (self))
    skip_spaces (self);
  return TRUE;
}

/* Passes over what stands between two numbers. */
static gboolean
take_to (Reader *self)
{
  static const char *const signs[] = { "...", "..", "…", "–", "—", "-", "−", "~" };
  const char *end;
  g_autofree char *word = next_word (self, &end);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (take (self, signs[i]))
      return TRUE;
  if (!is_word (word, "to") && !is_word (word, C_ ("between two numbers", "to")))
    return FALSE;
  self->at = end;
  return TRUE;
}

/* --- Assumptions ------------------------------------------------------------------------------ */

static gboolean
take_range (Reader *self, MpRange *range, GError **error)
{
  Number low = { 0 }, high;

  if (!take_number (self, &low, error))
    return FALSE;
  high = low;
  if (take_to (self) && !take_number (self, &high, error))
    return FALSE;
  if (low.size == 0)
    low.size = high.size;
  range->low = low.value * (low.size > 0 ? low.size : 1);
  range->high = high.value * (high.size > 0 ? high.size : 1);
  if (range->low > range->high)
    return refuse (error, _ ("the first number is the larger one; write the smaller one first"));
  if (range->low < kinds[self->kind].least || range->high > kinds[self->kind].most)
    return refuse (error, _ (kinds[self->kind].bounds));
  if (kinds[self->kind].is_share)
    *range = (MpRange) { range->low / 100, range->high / 100 };
  return TRUE;
}

/* Returns the words in brackets that end a text, or NULL if something else follows. */
static char *
take_words (Reader *self)
{
  gsize length;

  if (*self->at == '\0')
    return g_strdup ("");
  length = strlen (self->at);
  while (length > 0 && g_ascii_isspace (self->at[length - 1]))
    length--;
  if (*self->at != '(' || length < 2 || self->at[length - 1] != ')')
    return NULL;
  return g_strstrip (g_strndup (self->at + 1, length - 2));
}

gboolean
mp_assumption_parse (MpAssumptionKind kind, const char *text, const char *unit,
                     MpAssumption *assumption, GError **error)
{
  Reader self = { kind, unit, text };
  MpRange range;
  char *words;

  if (!take_range (&self, &range, error))
    return FALSE;
  words = take_words (&self);
  if (words == NULL)
    return refuse (error, _ ("what follows the number is not understood; write in round brackets "
                             "where it comes from, such as 20 (my guess)"));
  *assumption = (MpAssumption) { range, words };
  return TRUE;
}

void
mp_assumption_clear (MpAssumption *assumption)
{
  g_clear_pointer (&assumption->words, g_free);
}

gboolean
mp_assumptions_parse (const char *const *texts, const char *unit, MpAssumptions *assumptions,
                      MpAssumptionKind *wrong, GError **error)
{
  MpAssumptions read = { 0 };

  for (MpAssumptionKind kind = 0; kind < MP_N_ASSUMPTIONS; kind++) {
    if (!mp_assumption_parse (kind, texts[kind], unit, &read.of[kind], error)) {
      *wrong = kind;
      mp_assumptions_clear (&read);
      return FALSE;
    }
  }
  *assumptions = read;
  return TRUE;
}

void
mp_assumptions_clear (MpAssumptions *assumptions)
{
  for (guint i = 0; i < MP_N_ASSUMPTIONS; i++)
    mp_assumption_clear (&assumptions->of[i]);
}

MpAssumptions
mp_assumptions_copy (const MpAssumptions *assumptions)
{
  MpAssumptions copy = *assumptions;

  for (guint i = 0; i < MP_N_ASSUMPTIONS; i++)
    copy.of[i].words = g_strdup (copy.of[i].words);
  return copy;
}

MpAssumed
mp_assumptions_get (const MpAssumptions *assumptions)
{
  return (MpAssumed) { assumptions->of[MP_ASSUME_BASE].range,
                       assumptions->of[MP_ASSUME_GROWTH].range,
                       assumptions->of[MP_ASSUME_RATE].range };
}

char *
mp_assumption_share_words (const MpAssumption *assumption)
{
  g_autofree char *low = mp_number_words (assumption->range.low * 100, "");
  g_autofree char *high = mp_number_words (assumption->range.high * 100, "");

  if (g_str_equal (low, high))
    /* Translators: a number */
    return g_strdup_printf (_ ("%s percent"), low);
  /* Translators: two numbers */
  return g_strdup_printf (_ ("%s to %s percent"), low, high);
}

const char *
mp_assumption_title (MpAssumptionKind kind)
{
  return _ (kinds[kind].title);
}
