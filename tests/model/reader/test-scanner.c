/* test-scanner.c: texts taken apart, in whatever pieces they arrive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scanner.h"

#include <string.h>

static const MpScanArray parts[] = { { "parts", NULL }, { NULL, NULL } };
static const MpScanArray arrays[] = { { "plain", NULL }, { "split", parts }, { NULL, NULL } };
static const MpScanArray lines = { NULL, parts };

static const char *
name_of (const MpScanArray *array)
{
  return array == NULL ? "whole" : array == &lines ? "line" : array->key;
}

/* Writes down a value with its place, and the places of its members. */
static void
write_value (GString *events, const MpScanned *scanned)
{
  char *text = json_dumps (scanned->value, JSON_COMPACT | JSON_ENCODE_ANY);
  MpPosition place = mp_position_at (&scanned->excerpt, 0);

  g_string_append_printf (events, "%s %u %s at %u:%u", name_of (scanned->array), scanned->index,
                          text, place.line, place.column);
  for (gsize i = 0; i < json_object_size (scanned->value); i++) {
    MpPosition key = mp_position_at (&scanned->excerpt, scanned->members[i].key);
    MpPosition value = mp_position_at (&scanned->excerpt, scanned->members[i].value);

    g_string_append_printf (events, " %u:%u=%u:%u", key.line, key.column, value.line, value.column);
  }
  g_string_append_c (events, '\n');
  free (text);
}

/* Returns everything that a scanner has to say of a text that arrives in pieces of this size. Free
 * with g_free (). */
static char *
scan (const char *text, gsize length, gsize piece)
{
  g_autoptr (MpScanner) scanner = mp_scanner_new (arrays, &lines);
  GString *events = g_string_new (NULL);
  MpScan event = MP_SCAN_MORE;
  gsize at = 0;

  for (;;) {
    gsize size = MIN (piece, length - at);
    MpScanned scanned;

    if (size > 0)
      mp_scanner_add (scanner, text + at, size);
    else
      mp_scanner_end (scanner);
    at += size;
    while ((event = mp_scanner_next (scanner, &scanned)) == MP_SCAN_VALUE ||
           event == MP_SCAN_OPENED) {
      if (event == MP_SCAN_VALUE)
        write_value (events, &scanned);
      else
        g_string_append_printf (events, "open %s %u\n", name_of (scanned.array), scanned.index);
    }
    if (size == 0)
      break;
  }
  if (event == MP_SCAN_FAULT) {
    MpPosition place;
    g_autofree char *sentence = mp_scanner_explain (scanner, &place);

    g_string_append_printf (events, "%u:%u: %s\n", place.line, place.column, sentence);
  } else {
    g_assert_cmpint (event, ==, MP_SCAN_END);
  }
  return g_string_free (events, FALSE);
}

/* Asserts what a text is taken apart into, in whatever pieces it arrives. */
static void
assert_events (const char *text, const char *expected)
{
  gsize length = strlen (text);

  for (gsize piece = 1; piece <= length; piece++) {
    g_autofree char *events = scan (text, length, piece);

    g_assert_cmpstr (events, ==, expected);
  }
}

static void
test_apart (void)
{
  assert_events ("{}", "whole 0 {} at 1:1\n");
  assert_events (" [1, {\"plain\": [2]}]\n", "whole 0 [1.0,{\"plain\":[2.0]}] at 1:2\n");
  assert_events ("\xef\xbb\xbf\"é\"", "whole 0 \"é\" at 1:1\n");
  assert_events ("{\"plain\": [], \"a\": [1]}",
                 "whole 0 {\"plain\":[],\"a\":[1.0]} at 1:1 1:2=1:11 1:15=1:20\n");
  /* Items come before what they are in. */
  assert_events ("{ \"plain\": [ 1, {\"x\": 2},\n\"[\" ],\n\"b\": true }",
                 "plain 0 1.0 at 1:14\n"
                 "plain 1 {\"x\":2.0} at 1:17 1:18=1:23\n"
                 "plain 2 \"[\" at 2:1\n"
                 "whole 0 {\"plain\":[],\"b\":true} at 1:1 1:3=1:12 3:1=3:6\n");
  /* What is not an array is not taken apart, nor is an array elsewhere. */
  assert_events ("{\"split\": {\"parts\": [1]}, \"parts\": [2]}",
                 "whole 0 {\"split\":{\"parts\":[1.0]},\"parts\":[2.0]} at 1:1 1:2=1:11 "
                 "1:27=1:36\n");
  /* Items of items. */
  assert_events ("{\"split\": [\n {\"é\": 0, \"parts\": [ 5,\r\n6 ], \"z\": [7]},\r 8, {} ] }",
                 "open split 0\n"
                 "parts 0 5.0 at 2:22\n"
                 "parts 1 6.0 at 3:1\n"
                 "split 0 {\"é\":0.0,\"parts\":[],\"z\":[7.0]} at 2:2 2:3=2:8 2:11=2:20 "
                 "3:6=3:11\n"
                 "split 1 8.0 at 4:2\n"
                 "open split 2\n"
                 "split 2 {} at 4:5\n"
                 "whole 0 {\"split\":[]} at 1:1 1:2=1:11\n");
}

static void
test_lines (void)
{
  /* Each line is an item; blank lines do not count. */
  assert_events ("{\"a\": 1}\n{\"b\": 2}\r\n\n {\"parts\": [3, 4]} \n5\n",
                 "whole 0 {\"a\":1.0} at 1:1 1:2=1:7\n"
                 "open line 0\n"
                 "line 0 {\"b\":2.0} at 2:1 2:2=2:7\n"
                 "open line 1\n"
                 "parts 0 3.0 at 4:13\n"
                 "parts 1 4.0 at 4:16\n"
                 "line 1 {\"parts\":[]} at 4:2 4:3=4:12\n"
                 "line 2 5.0 at 5:1\n");
  assert_events ("{\"plain\": [7]}\n{}", "plain 0 7.0 at 1:12\n"
                                         "whole 0 {\"plain\":[]} at 1:1 1:2=1:11\n"
                                         "open line 0\n"
                                         "line 0 {} at 2:1\n");
  /* An object that has several lines is not the first of JSON Lines, nor is what comes after one on
   * its own line, or is no object. */
  assert_events ("{\n}\n{}", "whole 0 {} at 1:1\n"
                             "3:1: the agreement has ended before this; remove what follows\n");
  assert_events ("{} {}", "whole 0 {} at 1:1\n"
                          "1:4: the agreement has ended before this; remove what follows\n");
  assert_events ("{}\n[]", "whole 0 {} at 1:1\n"
                           "2:1: the agreement has ended before this; remove what follows\n");
  /* A line is whole by itself, and has one value. */
  assert_events ("{}\n{\"a\": [1,\n2]}\n{}",
                 "whole 0 {} at 1:1\n"
                 "open line 0\n"
                 "2:10: the line ends before the \"[\" in column 7 is closed\n");
  assert_events ("{}\n{\"parts\": [1\n]}\n",
                 "whole 0 {} at 1:1\n"
                 "open line 0\n"
                 "parts 0 1.0 at 2:12\n"
                 "2:13: the line ends before the \"[\" in column 11 is closed\n");
  assert_events ("{}\n{} {}",
                 "whole 0 {} at 1:1\n"
                 "open line 0\n"
                 "line 0 {} at 2:1\n"
                 "2:4: each term and each milestone has a line of its own; begin a new "
                 "line here\n");
  assert_events ("{}\n{\"a",
                 "whole 0 {} at 1:1\n"
                 "open line 0\n"
                 "2:2: this string is not closed on its line; the closing \" is missing\n");
}

/* The fault that comes first in the text is said, with the place that it has there, even where the
 * scanner goes on for a while. */
static void
test_faults (void)
{
  assert_events ("", "1:1: the file is empty\n");
  assert_events ("\xef\xbb\xbf \n", "1:1: the file is empty\n");
  assert_events ("{\"plain\": [1, 2",
                 "plain 0 1.0 at 1:12\n"
                 "plain 1 2.0 at 1:15\n"
                 "1:16: the file ends before the \"[\" in line 1, column 11 is "
                 "closed\n");
  assert_events ("{\"plain\": [1,\n]}", "plain 0 1.0 at 1:12\n"
                                        "1:13: nothing follows this comma; remove it\n");
  assert_events ("{\"plain\": [[1}\n]]}", "1:14: \"]\" is expected here, not \"}\"\n");
  assert_events ("{\"plain\": [] \"b\": 1}", "1:14: a comma is missing before \"b\"\n");
  assert_events ("{\"split\": [{\"parts\": [\n1] 2}]}",
                 "open split 0\n"
                 "parts 0 1.0 at 2:1\n"
                 "2:4: a comma or \"}\" is expected here, not \"2\"\n");
  assert_events ("{\"a\": 1, \"plain\": [7], \"a\": 2, \"b\" }",
                 "plain 0 7.0 at 1:20\n"
                 "1:24: duplicate key \"a\" in one object\n");
  assert_events ("{\"plain\": [{\"x\": {\"y\": 1, \"y\": 2}, \"z\" }]}",
                 "1:27: duplicate key \"y\" in one object\n");
  /* A key that stands twice comes before the value that does not end. */
  assert_events ("[{\"x\": 1, \"x\": 2, \"z\": [", "1:11: duplicate key \"x\" in one object\n");
  assert_events ("{\"plain\": [1, tru, 3]}",
                 "plain 0 1.0 at 1:12\n"
                 "1:15: unknown word \"tru\"; did you mean \"true\"?\n");
}

/* A text that is not UTF-8 is not, whatever else it is not. */
static void
test_bytes (void)
{
  assert_events ("{\"plain\": [1, 2 3]}\n  \xff", "plain 0 1.0 at 1:12\n"
                                                  "plain 1 2.0 at 1:15\n"
                                                  "2:3: the byte 0xFF is not UTF-8; save the file "
                                                  "as UTF-8\n");
  assert_events ("{\"a\": \"\xc3\xa9\xc3\"}",
                 "1:9: the byte 0xC3 is not UTF-8; save the file as UTF-8\n");
  assert_events ("{\"\xe2\x82", "1:3: the byte 0xE2 is not UTF-8; save the file as UTF-8\n");
  assert_events ("{\"plain\": [\"\xf0\x9f\x98\x80\", \"\xf0\x9f\x98\"]}",
                 "plain 0 \"😀\" at 1:12\n"
                 "1:18: the byte 0xF0 is not UTF-8; save the file as UTF-8\n");
  assert_events ("{\"a\":\x80}", "1:6: the byte 0x80 is not UTF-8; save the file as UTF-8\n");
}

/* Any text is taken apart in the same way in pieces as whole. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "{",           "}",         "[",       "]",    ",",    ":",  "\"plain\":[", "\"split\":[",
    "\"parts\":[", "\"a\":",    "\"é\"",   "1",    "true", "\n", "\r\n",        " ",
    "{}",          "\"\\u00e9", "\"b\\\"", "\xc3", "\r",   "\\", "[]",          "{\"parts\":[1,2]}",
    "\"",
  };

  for (int round = 0; round < 3000; round++) {
    g_autoptr (GString) text = g_string_new (g_test_rand_bit () ? "{\"split\":[" : "{}\n{");

    for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    {
      g_autofree char *whole = scan (text->str, text->len, text->len);

      for (gsize piece = 1; piece < 5; piece++) {
        g_autofree char *events = scan (text->str, text->len, piece);

        g_assert_cmpstr (events, ==, whole);
      }
    }
  }
}

/* What has been read of an object can be looked at before its end. */
static void
test_peek (void)
{
  static const char text[] = "{\"a\":1,\"split\":[{\"b\":2,\"parts\":[3,";
  g_autoptr (MpScanner) scanner = mp_scanner_new (arrays, &lines);
  MpScanned scanned;

  g_assert_null (mp_scanner_peek (scanner, FALSE));
  mp_scanner_add (scanner, text, strlen (text));
  while (mp_scanner_next (scanner, &scanned) != MP_SCAN_MORE)
    continue;
  g_assert_cmpuint (json_object_size (mp_scanner_peek (scanner, FALSE)), ==, 2);
  g_assert_nonnull (json_object_get (mp_scanner_peek (scanner, FALSE), "a"));
  g_assert_nonnull (json_object_get (mp_scanner_peek (scanner, TRUE), "b"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scanner/apart", test_apart);
  g_test_add_func ("/scanner/lines", test_lines);
  g_test_add_func ("/scanner/faults", test_faults);
  g_test_add_func ("/scanner/bytes", test_bytes);
  g_test_add_func ("/scanner/random", test_random);
  g_test_add_func ("/scanner/peek", test_peek);
  return g_test_run ();
}
