/* test-address.c: addresses of the web, shown as what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-address.h"
#include "mp-check.h"
#include "mp-quote.h"

#include "mp-test-addresses.h"

#include <string.h>

static void
test_plain (void)
{
  static const struct {
    const char *url;
    const char *plain;
  } cases[] = {
    /* What is plain stays as it is, letter by letter. */
    { "https://example.com", "https://example.com" },
    { "HTTPS://Example.COM:8080/a%20b?c=d&e=f#g", "HTTPS://Example.COM:8080/a%20b?c=d&e=f#g" },
    { "https://[::1]:80/", "https://[::1]:80/" },
    { "https://example.com/a(b)'c'~d!e$f*g,h;i=j+k@l",
      "https://example.com/a(b)'c'~d!e$f*g,h;i=j+k@l" },
    { "https://xn--mller-kva.example/", "https://xn--mller-kva.example/" },
    { "https://example.com/%2F%00%zz%", "https://example.com/%2F%00%zz%" },
    /* Hosts are written as they are looked up. */
    { "https://müller.example/", "https://xn--mller-kva.example/" },
    { "https://аррӏе.com/", "https://xn--80ak6aa92e.com/" },
    { "https://m%C3%BCller.example:81/", "https://xn--mller-kva.example:81/" },
    { "https://例え。jp", "https://xn--r8jz45g.jp" },
    { "https://ｅxample.com/", "https://example.com/" },
    /* What looks like the end of a host is not the end. */
    { "https://example.com∕login.evil.example/",
      "https://example.xn--comlogin-0f7d.evil.example/" },
    { "https://example.com%2Flogin.evil.example/", "https://example.com%2Flogin.evil.example/" },
    { "https://user@evil.example/", "https://user@evil.example/" },
    { "https://example.com@evil.example:1/@a:b", "https://example.com@evil.example:1/@a:b" },
    /* Paths and the rest are bytes. */
    { "https://example.com/ä", "https://example.com/%C3%A4" },
    { "https://example.com/\342\200\256moc", "https://example.com/%E2%80%AEmoc" },
    { "https://example.com/?\342\200\213#\342\201\246",
      "https://example.com/?%E2%80%8B#%E2%81%A6" },
    { "https://example.com/a b\"<>\\^`{|}\177",
      "https://example.com/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%7F" },
    { "https://example.com/\n\t\033", "https://example.com/%0A%09%1B" },
    { "https://example.com/\377", "https://example.com/%FF" },
    { "https://\377.example/", "https://%FF.example/" },
    /* A host that cannot be looked up. */
    { "https://\342\200\256.example/", "https://%E2%80%AE.example/" },
    { "https://a\342\200\213b.example/", "https://ab.example/" },
    /* No addresses at all. */
    { "", "" },
    { "ä", "%C3%A4" },
    { "/a://ä", "/a://%C3%A4" },
    { "://", "://" },
    { "https://", "https://" },
    { "https:///ä", "https:///%C3%A4" },
    { "https://@:", "https://@:" },
    { "https://[", "https://[" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *plain = mp_address_plain (cases[i].url);
    g_autofree char *again = mp_address_plain (plain);

    g_assert_cmpstr (plain, ==, cases[i].plain);
    g_assert_cmpstr (again, ==, plain);
  }
}

/* One line of ASCII, whatever the text is, without a character that would end an attribute in
 * markup. */
static void
test_odd (void)
{
  g_auto (GStrv) addresses = mp_test_addresses ();

  for (char **address = addresses; *address != NULL; address++) {
    g_autofree char *plain = mp_address_plain (*address);

    mp_address_doubt (*address);
    for (const char *p = plain; *p != '\0'; p++)
      g_assert_true (g_ascii_isgraph (*p) && *p != '"' && *p != '<' && *p != '>');
  }
}

static void
test_doubt (void)
{
  static const struct {
    const char *url;
    MpAddressDoubt doubt;
  } cases[] = {
    { "https://example.com/a%20b?c=d&e=f#g", MP_ADDRESS_HONEST },
    { "https://example.com/%E2%80%AE", MP_ADDRESS_HONEST },
    { "https://example.com/wiki/Öl/原油/нефть", MP_ADDRESS_HONEST },
    { "https://xn--80ak6aa92e.com/", MP_ADDRESS_HONEST },
    { "https://müller.example/", MP_ADDRESS_HONEST },
    { "https://пример.example/", MP_ADDRESS_HONEST },
    { "https://παράδειγμα.example/", MP_ADDRESS_HONEST },
    { "https://例え.example/", MP_ADDRESS_HONEST },
    { "https://aの例.example/", MP_ADDRESS_HONEST },
    { "https://例え。jp/", MP_ADDRESS_HONEST },
    { "https://한국어.example/", MP_ADDRESS_HONEST },
    { "https://مثال.example/", MP_ADDRESS_HONEST },
    { "https://הדוגמה.example/", MP_ADDRESS_HONEST },
    { "https://उदाहरण.example/", MP_ADDRESS_HONEST },
    { "https://пример.example.com/", MP_ADDRESS_HONEST },
    { "https://[::1]/", MP_ADDRESS_HONEST },
    { "https://example.com/\342\200\256", MP_ADDRESS_INVISIBLE },
    { "https://example.com/?\342\200\213", MP_ADDRESS_INVISIBLE },
    { "https://exa\302\255mple.com/", MP_ADDRESS_INVISIBLE },
    { "https://exa\342\200\215mple.com/", MP_ADDRESS_INVISIBLE },
    { "https://example.com/\343\205\244", MP_ADDRESS_INVISIBLE },
    { "https://example.com/\302\240", MP_ADDRESS_INVISIBLE },
    { "https://exa%E2%80%8Bmple.com/", MP_ADDRESS_INVISIBLE },
    { "https://аррӏе.com/", MP_ADDRESS_ALIKE },
    { "https://www.аррӏе.com/", MP_ADDRESS_ALIKE },
    { "https://exаmple.com/", MP_ADDRESS_ALIKE },
    { "https://gооgle.com/", MP_ADDRESS_ALIKE },
    { "https://ορ.com/", MP_ADDRESS_ALIKE },
    { "https://привetик.example/", MP_ADDRESS_ALIKE },
    { "https://пαример.example/", MP_ADDRESS_ALIKE },
    { "https://example.com∕evil.example/", MP_ADDRESS_ALIKE },
    { "https://example.com／evil.example/", MP_ADDRESS_ALIKE },
    { "https://example․com/", MP_ADDRESS_ALIKE },
    { "https://%65xample.com/", MP_ADDRESS_ENCODED },
    { "https://example.com%2Fevil.example/", MP_ADDRESS_ENCODED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = mp_check_url_look (cases[i].url);

    g_test_message ("%s: %s", cases[i].url, words);
    g_assert_cmpint (mp_address_doubt (cases[i].url), ==, cases[i].doubt);
    g_assert_cmpint (words != NULL, ==, cases[i].doubt != MP_ADDRESS_HONEST);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/plain", test_plain);
  g_test_add_func ("/address/odd-addresses", test_odd);
  g_test_add_func ("/address/doubt", test_doubt);
  return g_test_run ();
}
