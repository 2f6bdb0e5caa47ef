/* mp-fuzz.h: what the fuzz targets share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A target is one file with LLVMFuzzerTestOneInput (). Linked with libFuzzer it is given inputs
 * without end; linked with run-inputs.c it is an ordinary test of the inputs kept in files.
 */
#pragma once

#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

G_BEGIN_DECLS

/* The names and types are libFuzzer's. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Ends the program, after a sentence, unless the condition holds. abort () is what libFuzzer
 * notices; an error of GLib is not. */
#define mp_fuzz_expect(condition, sentence)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!(condition)) {                                                                            \
      fprintf (stderr, "%s: this does not hold: %s\n", G_STRLOC, sentence);                        \
      abort ();                                                                                    \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

/* Whether a text could stand on one line of a terminal: valid UTF-8, and nothing that moves the
 * cursor, turns the direction of what follows or cannot be seen, but for the joiners with which
 * words are spelt. "\t" and "\n" only if lines are allowed. */
static inline gboolean
mp_fuzz_is_harmless (const char *text, gssize length, gboolean lines)
{
  const char *end;

  if (!g_utf8_validate (text, length, &end))
    return FALSE;
  for (const char *p = text; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    GUnicodeType type = g_unichar_type (c);

    if ((type == G_UNICODE_CONTROL && !(lines && (c == '\n' || c == '\t'))) ||
        (type == G_UNICODE_FORMAT && c != 0x200c && c != 0x200d) ||
        type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR)
      return FALSE;
  }
  return TRUE;
}

G_END_DECLS
