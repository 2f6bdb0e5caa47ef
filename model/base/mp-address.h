/* mp-address.h: addresses of the web, shown as what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An address that somebody else wrote may be made to look like another one: by letters of other
 * alphabets in its host, by characters that turn the direction of the text, by characters without
 * width.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns an address in ASCII, so that it cannot be mistaken for another: the host as it is looked
 * up ("xn--…"), everything else percent-encoded byte by byte. What is encoded already stays as it
 * is. Show, copy and open an address in this form only. url may be any text, even one that is not
 * UTF-8 or no address; the result is one line. Free with g_free (). */
char *mp_address_plain (const char *url) G_GNUC_WARN_UNUSED_RESULT;

/* What can make an address look like another one. */
typedef enum {
  MP_ADDRESS_HONEST,
  MP_ADDRESS_INVISIBLE, /* it has characters that are invisible or turn the direction of text */
  MP_ADDRESS_ALIKE,     /* its host has letters that look like others */
  MP_ADDRESS_ENCODED,   /* its host is percent-encoded */
} MpAddressDoubt;

/* Returns the first reason to doubt that an address is what it looks like, or MP_ADDRESS_HONEST. A
 * host in one script is honest, unless all its letters look like Latin ones. url may be any text.
 */
MpAddressDoubt mp_address_doubt (const char *url);

G_END_DECLS
