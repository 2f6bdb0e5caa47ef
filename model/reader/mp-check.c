/* mp-check.c: whether single values are what the format allows, and sentences about them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-check.h"

#include "mp-address.h"
#include "mp-join.h"
#include "mp-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_blank (const char *string)
{
  while (g_ascii_isspace (*string))
    string++;
  return *string == '\0';
}

/* Returns whether valid UTF-8 begins with one of the control characters from U+0080 to U+009F. */
static gboolean
is_high_control (const char *string)
{
  return (guchar) string[0] == 0xc2 && (guchar) string[1] < 0xa0;
}

/* Returns whether valid UTF-8 begins with U+2028 or U+2029, which break lines as well. */
static gboolean
is_high_line_break (const char *string)
{
  return (guchar) string[0] == 0xe2 && (guchar) string[1] == 0x80 &&
         ((guchar) string[2] == 0xa8 || (guchar) string[2] == 0xa9);
}

/* Returns whether a string has control characters. Tabs do not count, nor do line breaks if there
 * may be several lines. */
static gboolean
has_controls (const char *string, gboolean several_lines)
{
  for (; *string != '\0'; string++) {
    /* Most characters are none of these. */
    if (*string >= ' ' && *string < 0x7f)
      continue;
    if (g_ascii_iscntrl (*string) && strchr (several_lines ? "\t\n\r" : "\t", *string) == NULL)
      return TRUE;
    if (is_high_control (string) || (is_high_line_break (string) && !several_lines))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_longer (const char *string, glong max)
{
  /* A character has at least one byte, so most strings need no counting. */
  return strlen (string) > (gsize) max && g_utf8_strlen (string, -1) > max;
}

static gboolean
is_id (const char *id)
{
  if (*id == '\0' || *id == '-')
    return FALSE;
  for (; *id != '\0'; id++) {
    if (!g_ascii_islower (*id) && !g_ascii_isdigit (*id) &&
        !(*id == '-' && id[1] != '\0' && id[1] != '-'))
      return FALSE;
  }
  return TRUE;
}

char *
mp_check_string (const char *string, const MpField *field)
{
  gboolean several_lines = field->type == MP_FIELD_TEXT;
  glong max = several_lines ? MP_MAX_TEXT_SIZE : MP_MAX_LINE_SIZE;

  if (field->required && is_blank (string))
    /* Translators: %s is a key of the file, which stays as it is */
    return g_strdup_printf (_ ("\"%s\" is empty"), field->key);
  if (is_longer (string, max))
    return g_strdup_printf (_ ("\"%s\" is too long; %ld characters are the limit"), field->key,
                            max);
  if (has_controls (string, several_lines))
    return several_lines
             ? g_strdup_printf (_ ("\"%s\" holds a control character other than line breaks"),
                                field->key)
             : g_strdup_printf (_ ("\"%s\" holds a line break or another control character"),
                                field->key);
  return NULL;
}

char *
mp_check_id (const char *id)
{
  g_autofree char *quoted = NULL;

  if (is_id (id) && strlen (id) <= MP_MAX_ID_SIZE)
    return NULL;
  quoted = mp_quote (id);
  if (is_id (id))
    return g_strdup_printf (_ ("the id %s is too long; %d characters are the limit"), quoted,
                            MP_MAX_ID_SIZE);
  return g_strdup_printf (
    _ ("%s is no id; an id is made of a to z and 0 to 9, with single hyphens between"), quoted);
}

char *
mp_check_url (const char *url)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  /* GUri corrects some of these. They are refused instead, so that the address that is opened is
   * the one that is written. */
  if (strpbrk (url, " <>\"\\^`{|}") == NULL)
    uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL)
    return g_strdup (_ ("this is not an address; one starts with https:// or http://"));

  scheme = g_uri_get_scheme (uri);
  if (strcmp (scheme, "http") != 0 && strcmp (scheme, "https") != 0)
    return g_strdup (_ ("an address starts with https:// or http://"));
  if (g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return g_strdup (_ ("this address names no host, as https://example.com does"));
  if (g_uri_get_userinfo (uri) != NULL)
    return g_strdup (_ ("what stands before \"@\" could pass for the host of this address"));
  return NULL;
}

char *
mp_check_url_look (const char *url)
{
  MpAddressDoubt doubt = mp_address_doubt (url);
  g_autofree char *plain = NULL, *quoted = NULL;

  if (doubt == MP_ADDRESS_HONEST)
    return NULL;
  plain = mp_address_plain (url);
  quoted = mp_quote (plain);
  switch (doubt) {
  case MP_ADDRESS_INVISIBLE:
    /* Translators: %s is an address in characters that cannot be mistaken */
    return g_strdup_printf (
      _ ("this address has characters that cannot be seen or that turn its text; it is %s"),
      quoted);
  case MP_ADDRESS_ALIKE:
    /* Translators: %s is an address in characters that cannot be mistaken */
    return g_strdup_printf (_ ("the host of this address looks like another one; it is %s"),
                            quoted);
  case MP_ADDRESS_ENCODED:
    return g_strdup (_ ("the host of this address is hidden behind percent signs"));
  case MP_ADDRESS_HONEST:
  default:
    g_return_val_if_reached (NULL);
  }
}

char *
mp_unknown_name (MpNameOf what, const char *name, const char *suggestion)
{
  g_autofree char *quoted = mp_quote (name);
  gboolean ask = suggestion != NULL;

  switch (what) {
  case MP_NAME_OF_KEY:
    return ask
             /* Translators: a key of JSON, the file's format. */
             ? g_strdup_printf (_ ("unknown key %s; did you mean \"%s\"?"), quoted, suggestion)
             : g_strdup_printf (_ ("unknown key %s"), quoted);
  case MP_NAME_OF_PARTY:
    return ask ? g_strdup_printf (_ ("unknown party %s; did you mean \"%s\"?"), quoted, suggestion)
               : g_strdup_printf (_ ("unknown party %s"), quoted);
  case MP_NAME_OF_TOPIC:
    return ask ? g_strdup_printf (_ ("unknown topic %s; did you mean \"%s\"?"), quoted, suggestion)
               : g_strdup_printf (_ ("unknown topic %s"), quoted);
  case MP_NAME_OF_SOURCE:
    return ask ? g_strdup_printf (_ ("unknown source %s; did you mean \"%s\"?"), quoted, suggestion)
               : g_strdup_printf (_ ("unknown source %s"), quoted);
  case MP_NAME_OF_TERM:
    return ask ? g_strdup_printf (_ ("unknown term %s; did you mean \"%s\"?"), quoted, suggestion)
               : g_strdup_printf (_ ("unknown term %s"), quoted);
  case MP_NAME_OF_MILESTONE:
    return ask ? g_strdup_printf (_ ("unknown milestone %s; did you mean \"%s\"?"), quoted,
                                  suggestion)
               : g_strdup_printf (_ ("unknown milestone %s"), quoted);
  case MP_NAME_OF_ENTRY:
    return ask ? g_strdup_printf (_ ("unknown milestone or term %s; did you mean \"%s\"?"), quoted,
                                  suggestion)
               : g_strdup_printf (_ ("unknown milestone or term %s"), quoted);
  case MP_NAME_OF_SELECTED:
    return ask ? g_strdup_printf (_ ("unknown milestone, term or topic %s; did you mean \"%s\"?"),
                                  quoted, suggestion)
               : g_strdup_printf (_ ("unknown milestone, term or topic %s"), quoted);
  default:
    g_return_val_if_reached (NULL);
  }
}

char *
mp_unknown_word (const char *key, const char *word, const char *suggestion,
                 const char *const *words)
{
  g_autofree char *quoted = mp_quote (word);
  g_autofree char *list = NULL;

  if (suggestion != NULL)
    /* Translators: a key of the file, which stays as it is, the word that it has, and the word that
     * may be meant, as in: unknown color "gren"; did you mean "green"? */
    return g_strdup_printf (_ ("unknown %s %s; did you mean \"%s\"?"), key, quoted, suggestion);
  list = mp_join (MP_JOIN_ITEMS, words);
  /* Translators: a key of the file, which stays as it is, the word that it has, and the words that
   * it can have, as in: unknown color "loud"; it is one of red, green, blue */
  return g_strdup_printf (_ ("unknown %s %s; it is one of %s"), key, quoted, list);
}
