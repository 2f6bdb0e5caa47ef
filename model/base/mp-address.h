/* mp-address.h: addresses of the web, shown as what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An address that somebody else wrote may look like another: letters of other alphabets in the
 * host, marks that turn the text, characters that have no width.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns the same address in characters that cannot be mistaken: letters of ASCII only, the host
 * as it is looked up ("xn--…"), all else percent-encoded byte by byte. What is encoded already
 * stays as it is. This form is what to show, to copy and to open. Any text will do, also no UTF-8,
 * and gives one line. Free with g_free (). */
char *mp_address_plain (const char *url) G_GNUC_WARN_UNUSED_RESULT;

/* What makes an address look like what it is not. */
typedef enum {
  MP_ADDRESS_HONEST,
  MP_ADDRESS_INVISIBLE, /* characters that are not seen, or turn the text */
  MP_ADDRESS_ALIKE,     /* a host of letters that look like others */
  MP_ADDRESS_ENCODED,   /* a host that is percent-encoded */
} MpAddressDoubt;

/* Finds what is doubtful about an address. A host in one script is honest, unless it is made of
 * nothing but letters that look like Latin ones. */
MpAddressDoubt mp_address_doubt (const char *url);

G_END_DECLS
