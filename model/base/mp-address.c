/* mp-address.c: addresses of the web, shown as what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-address.h"

#include "mp-untrusted-text.h"

#include <gio/gio.h>
#include <string.h>

/* Greek, Cyrillic and Armenian letters that look like Latin ones. Only those in lower case, which
 * hosts are written in. */
#define LOOK_ALIKES                                                                                \
  "авекмнорстухѕіјһԁԛԝӏүԍьгпѡ"                                           \
  "αβγικνορυχωϲ"                                                                       \
  "օոսցհզ"

/* The bytes [begin, end) of an address that are its host; begin equals end where it has none. */
typedef struct {
  gsize begin;
  gsize end;
} Host;

static Host
find_host (const char *url)
{
  const char *begin = strstr (url, "://");
  const char *end, *user, *colon;

  if (begin == NULL || strcspn (url, "/?#") < (gsize) (begin - url))
    return (Host) { 0, 0 };
  begin += 3;
  end = begin + strcspn (begin, "/?#");
  user = g_strrstr_len (begin, end - begin, "@");
  if (user != NULL)
    begin = user + 1;
  colon = g_strrstr_len (begin, end - begin, ":");
  /* The colons within brackets belong to an address in numbers, such as [::1]. */
  if (colon != NULL && *begin != '[')
    end = colon;
  return (Host) { (gsize) (begin - url), (gsize) (end - url) };
}

/* Appends a text, with the bytes percent-encoded that cannot stand in an address. */
static void
append_encoded (GString *plain, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    guchar byte = (guchar) text[i];

    if (byte > ' ' && byte < 0x7f && strchr ("\"<>\\^`{|}", byte) == NULL)
      g_string_append_c (plain, (char) byte);
    else
      g_string_append_printf (plain, "%%%02X", byte);
  }
}

/* Returns the host of an address in UTF-8, without percent-encoding; NULL where that fails. Free
 * with g_free (). */
static char *
decode_host (const char *url, Host host)
{
  g_autofree char *raw = g_strndup (url + host.begin, host.end - host.begin);
  g_autofree char *decoded = g_uri_unescape_string (raw, NULL);

  return decoded != NULL && g_utf8_validate (decoded, -1, NULL) ? g_steal_pointer (&decoded) : NULL;
}

char *
mp_address_plain (const char *url)
{
  Host host = find_host (url);
  g_autofree char *decoded = decode_host (url, host);
  g_autofree char *ascii =
    decoded != NULL && g_hostname_is_non_ascii (decoded) ? g_hostname_to_ascii (decoded) : NULL;
  GString *plain = g_string_new (NULL);

  append_encoded (plain, url, host.begin);
  if (ascii != NULL)
    append_encoded (plain, ascii, strlen (ascii));
  else
    append_encoded (plain, url + host.begin, host.end - host.begin);
  append_encoded (plain, url + host.end, strlen (url + host.end));
  return g_string_free (plain, FALSE);
}

/* --- Doubts ----------------------------------------------------------------------------------- */

/* Scripts that languages mix with others, a bit for each. */
enum {
  LATIN = 1 << 0,
  HAN = 1 << 1,
  KANA = 1 << 2,
  HANGUL = 1 << 3,
  BOPOMOFO = 1 << 4,
};

/* Whether some language mixes these scripts: Japanese, Korean and Chinese do, each with Latin
 * letters. */
static gboolean
may_stand_together (guint scripts)
{
  return (scripts & ~(LATIN | HAN | KANA)) == 0 || (scripts & ~(LATIN | HAN | HANGUL)) == 0 ||
         (scripts & ~(LATIN | HAN | BOPOMOFO)) == 0;
}

/* Returns the bit of a script, or 0 for one that no language mixes with others. */
static guint
bit_of_script (GUnicodeScript script)
{
  static const struct {
    GUnicodeScript script;
    guint bit;
  } together[] = {
    { G_UNICODE_SCRIPT_LATIN, LATIN },   { G_UNICODE_SCRIPT_HAN, HAN },
    { G_UNICODE_SCRIPT_HIRAGANA, KANA }, { G_UNICODE_SCRIPT_KATAKANA, KANA },
    { G_UNICODE_SCRIPT_HANGUL, HANGUL }, { G_UNICODE_SCRIPT_BOPOMOFO, BOPOMOFO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (together); i++)
    if (together[i].script == script)
      return together[i].bit;
  return 0;
}

/* Whether a label of a host, the part between two points, mixes scripts that no language mixes, or
 * has no other letters than those that look Latin. */
static gboolean
is_alike (const char *label)
{
  GUnicodeScript other = G_UNICODE_SCRIPT_COMMON;
  guint scripts = 0;
  gboolean all_alike = TRUE;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_unichar_tolower (g_utf8_get_char (p));
    GUnicodeScript script = g_unichar_get_script (c);
    guint bit = bit_of_script (script);

    if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED)
      continue;
    scripts |= bit;
    if (bit != 0)
      continue;
    if (other != G_UNICODE_SCRIPT_COMMON && other != script)
      return TRUE;
    other = script;
    all_alike = all_alike && g_utf8_strchr (LOOK_ALIKES, -1, c) != NULL;
  }
  if (other == G_UNICODE_SCRIPT_COMMON)
    return !may_stand_together (scripts);
  return scripts != 0 || all_alike;
}

static gboolean
has_invisible (const char *url)
{
  for (const char *p = url; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    /* Most addresses have no other characters than these. */
    if (c > ' ' && c < 0x7f)
      continue;
    /* No address is spelt with joiners, fillers or variation selectors. */
    if (mp_untrusted_text_is_unsafe (c) || c == 0x200c || c == 0x200d ||
        g_unichar_iszerowidth (c) || g_unichar_isspace (c) || c == 0x115f || c == 0x1160 ||
        c == 0x3164 || c == 0xffa0)
      return TRUE;
  }
  return FALSE;
}

/* Whether a host has a character that looks like the punctuation at the end of a host or of a
 * label, and is none. */
static gboolean
has_false_end (const char *host)
{
  for (const char *p = host; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c >= 0x80 && !g_unichar_isalnum (c) && !g_unichar_ismark (c) && c != 0xb7 && c != 0x30fb &&
        c != 0x3002)
      return TRUE;
  }
  return FALSE;
}

MpAddressDoubt
mp_address_doubt (const char *url)
{
  Host host = find_host (url);
  g_autofree char *decoded = decode_host (url, host);
  g_auto (GStrv) labels = NULL;

  if (!g_utf8_validate (url, -1, NULL) || has_invisible (url) ||
      (decoded != NULL && has_invisible (decoded)))
    return MP_ADDRESS_INVISIBLE;
  if (decoded == NULL || memchr (url + host.begin, '%', host.end - host.begin) != NULL)
    return MP_ADDRESS_ENCODED;
  if (has_false_end (decoded))
    return MP_ADDRESS_ALIKE;
  labels = g_strsplit_set (decoded, ".", -1);
  for (guint i = 0; labels[i] != NULL; i++)
    if (g_hostname_is_non_ascii (labels[i]) && is_alike (labels[i]))
      return MP_ADDRESS_ALIKE;
  return MP_ADDRESS_HONEST;
}
