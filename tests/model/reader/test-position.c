/* test-position.c: places in JSON texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-position.h"

#include <string.h>

/* A text that begins where its file does. */
static MpPositions *
scan (const char *text, gsize length)
{
  const MpCut cut = { 0, { 1, 1 } };

  return mp_positions_new (&(MpExcerpt) { text, length, &cut, 1 });
}

static MpPosition
place_of (const char *text, gsize length, gsize offset)
{
  const MpCut cut = { 0, { 1, 1 } };

  return mp_position_at (&(MpExcerpt) { text, length, &cut, 1 }, offset);
}

static void
assert_place (const char *text, const char *pointer, gboolean key, guint line, guint column)
{
  g_autoptr (MpPositions) positions = scan (text, strlen (text));
  g_autofree char *visible = g_strescape (text, NULL);
  MpPosition position = { 0, 0 };

  g_test_message ("%s", visible);
  g_assert_true (mp_positions_find (positions, pointer, key, &position));
  g_assert_cmpuint (position.line, ==, line);
  g_assert_cmpuint (position.column, ==, column);
}

static void
assert_no_place (const char *text, const char *pointer)
{
  g_autoptr (MpPositions) positions = scan (text, strlen (text));
  g_autofree char *visible = g_strescape (text, NULL);
  MpPosition position = { 7, 7 };

  g_test_message ("%s", visible);
  g_assert_false (mp_positions_find (positions, pointer, FALSE, &position));
  g_assert_cmpuint (position.line, ==, 7);
  g_assert_cmpuint (position.column, ==, 7);
}

static void
test_shapes (void)
{
  static const struct {
    const char *text;
    const char *pointer;
    gboolean key;
    guint line;
    guint column;
  } cases[] = {
    { "1", "", FALSE, 1, 1 },
    { " \n\t true", "", FALSE, 2, 3 },
    { "{}", "", FALSE, 1, 1 },
    { "[[],{},[{}]]", "/0", FALSE, 1, 2 },
    { "[[],{},[{}]]", "/1", FALSE, 1, 5 },
    { "[[],{},[{}]]", "/2/0", FALSE, 1, 9 },
    { "{\"a\":1,\"b\":[2,{\"c\":3}]}", "/a", FALSE, 1, 6 },
    { "{\"a\":1,\"b\":[2,{\"c\":3}]}", "/a", TRUE, 1, 2 },
    { "{\"a\":1,\"b\":[2,{\"c\":3}]}", "/b/1/c", FALSE, 1, 20 },
    { "{\"a\":1,\"b\":[2,{\"c\":3}]}", "/b/1/c", TRUE, 1, 16 },
    /* An item of an array has no key; then the place is that of the value. */
    { "{\"a\":1,\"b\":[2,{\"c\":3}]}", "/b/1", TRUE, 1, 15 },
    { "[\n1,\n2\n]", "/1", FALSE, 3, 1 },
    { "[\r1,\r2\r]", "/1", FALSE, 3, 1 },
    { "[\r\n1,\r\n2\r\n]", "/1", FALSE, 3, 1 },
    { "[\n\r1,\r\r2]", "/0", FALSE, 3, 1 },
    { "[\n\r1,\r\r2]", "/1", FALSE, 5, 1 },
    { "[\"é€😀\", 1]", "/1", FALSE, 1, 9 },
    { "{\"é€😀\": 1}", "/é€😀", FALSE, 1, 9 },
    { "{\"a\\\"b\": 1}", "/a\"b", FALSE, 1, 10 },
    { "{\"a/b\": 1, \"a~b\": 2, \"~1\": 3}", "/a~1b", FALSE, 1, 9 },
    { "{\"a/b\": 1, \"a~b\": 2, \"~1\": 3}", "/a~0b", FALSE, 1, 19 },
    { "{\"a/b\": 1, \"a~b\": 2, \"~1\": 3}", "/~01", FALSE, 1, 28 },
    { "{\"\\u00e9\": 1}", "/é", FALSE, 1, 12 },
    { "{\"\\ud83d\\ude00\": 1}", "/😀", FALSE, 1, 18 },
    { "{\"\\b\\f\\n\\r\\t\\/\\\\\": 1}", "/\b\f\n\r\t~1\\", FALSE, 1, 20 },
    { "{\"\": {\"\": 1}}", "/", FALSE, 1, 6 },
    { "{\"\": {\"\": 1}}", "//", FALSE, 1, 11 },
    { "[\"]\", \"[{\", \"\\\\\", \"\\\"\", 5]", "/4", FALSE, 1, 25 },
    { "[-1.5e+3,null,false,6]", "/3", FALSE, 1, 21 },
    { "{\"0\": [7]}", "/0/0", FALSE, 1, 8 },
    { "{\"a\": \"b\", \"b\": \"a\"}", "/b", FALSE, 1, 17 },
    { "[1,2,3,4,5,6,7,8,9,10,11]", "/10", FALSE, 1, 23 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_place (cases[i].text, cases[i].pointer, cases[i].key, cases[i].line, cases[i].column);
}

static void
test_absent (void)
{
  static const char text[] = "{\"a\": [1, {\"b\": \"x\"}], \"e\": {}, \"f\": []}";
  static const char *const pointers[] = {
    "/b",    "/a/2", "/a/00", "/a/01",  "/a/-",          "/a/+1",
    "/a/ 1", "/a/",  "/a/b",  "/a/0/0", "/a/1/b/0",      "/e/a",
    "/f/0",  "a",    "/a~1",  "/",      "/a/4294967296", "/a/18446744073709551616",
    "/A",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pointers); i++)
    assert_no_place (text, pointers[i]);
  assert_no_place ("", "");
  assert_no_place (" \n ", "");
  assert_no_place ("7", "/0");
}

/* A text that is being made, and what the scanner should find in it. */
typedef struct {
  GString *text;
  GString *pointer;
  GPtrArray *pointers;
  GArray *values; /* of gsize: byte offsets */
  GArray *keys;   /* of gsize; for a value without a key that of the value */
} Writer;

static void
write_space (Writer *writer)
{
  static const char *const spaces[] = {
    "", "", "", " ", "\n", "\r\n", "\r", "\t", " \n  ", "\r\r\n"
  };

  g_string_append (writer->text, spaces[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (spaces))]);
}

/* Appends a JSON string of random pieces, and to segment the same as it is written in a pointer. */
static void
write_string (Writer *writer, GString *segment)
{
  static const struct {
    const char *json;
    const char *pointer;
  } pieces[] = {
    { "a", "a" },        { "b", "b" },    { "é", "é" },       { "😀", "😀" },
    { "/", "~1" },       { "~", "~0" },   { "\\/", "~1" },    { "\\\"", "\"" },
    { "\\\\", "\\" },    { "\\n", "\n" }, { "\\u0041", "A" }, { "\\ud83d\\ude00", "😀" },
    { "\\u007e", "~0" }, { "{[", "{[" },  { "]}", "]}" },     { ",:", ",:" },
    { "\\u20ac", "€" },  { "0", "0" },
  };

  g_string_append_c (writer->text, '"');
  for (int n = g_test_rand_int_range (0, 5); n > 0; n--) {
    int piece = g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (pieces));

    g_string_append (writer->text, pieces[piece].json);
    if (segment != NULL)
      g_string_append (segment, pieces[piece].pointer);
  }
  g_string_append_c (writer->text, '"');
}

static void write_value (Writer *writer, gsize key, int depth);

static void
write_array (Writer *writer, int depth)
{
  int n = g_test_rand_int_range (0, 5);

  g_string_append_c (writer->text, '[');
  for (int i = 0; i < n; i++) {
    gsize mark = writer->pointer->len;

    if (i > 0)
      g_string_append_c (writer->text, ',');
    write_space (writer);
    g_string_append_printf (writer->pointer, "/%d", i);
    write_value (writer, G_MAXSIZE, depth + 1);
    g_string_truncate (writer->pointer, mark);
  }
  write_space (writer);
  g_string_append_c (writer->text, ']');
}

static void
write_object (Writer *writer, int depth)
{
  /* Sometimes enough members for the search in a sorted index. */
  int n = g_test_rand_int_range (0, g_test_rand_bit () && depth < 2 ? 40 : 5);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_string_append_c (writer->text, '{');
  for (int i = 0; i < n; i++) {
    gsize mark = writer->pointer->len;
    gsize length = writer->text->len;
    gsize key;

    if (g_hash_table_size (seen) > 0)
      g_string_append_c (writer->text, ',');
    write_space (writer);
    key = writer->text->len;
    g_string_append_c (writer->pointer, '/');
    write_string (writer, writer->pointer);
    if (g_hash_table_add (seen, g_strdup (writer->pointer->str + mark))) {
      write_space (writer);
      g_string_append_c (writer->text, ':');
      write_space (writer);
      write_value (writer, key, depth + 1);
    } else {
      g_string_truncate (writer->text, length);
    }
    g_string_truncate (writer->pointer, mark);
  }
  write_space (writer);
  g_string_append_c (writer->text, '}');
}

static void
write_value (Writer *writer, gsize key, int depth)
{
  static const char *const scalars[] = { "0", "-12.5e3", "true", "false", "null", "17" };
  gsize value = writer->text->len;

  if (key == G_MAXSIZE)
    key = value;
  g_ptr_array_add (writer->pointers, g_strdup (writer->pointer->str));
  g_array_append_val (writer->values, value);
  g_array_append_val (writer->keys, key);

  switch (g_test_rand_int_range (depth == 0 ? 2 : 0, depth > 5 ? 2 : 4)) {
  case 0:
    write_string (writer, NULL);
    break;
  case 1:
    g_string_append (writer->text,
                     scalars[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (scalars))]);
    break;
  case 2:
    write_array (writer, depth);
    break;
  default:
    write_object (writer, depth);
  }
  write_space (writer);
}

/* Counts from the start, another way than the code under test: lines are split off first. */
static MpPosition
count (const char *text, gsize offset)
{
  g_autofree char *before = g_strndup (text, offset);
  g_autoptr (GRegex) ends = g_regex_new ("\r\n|\n|\r", G_REGEX_RAW, 0, NULL);
  g_auto (GStrv) lines = g_regex_split (ends, before, 0);
  guint n = g_strv_length (lines);
  const char *last = n > 0 ? lines[n - 1] : "";

  return (MpPosition) { MAX (n, 1), (guint) g_utf8_strlen (last, -1) + 1 };
}

static void
test_random (void)
{
  for (int round = 0; round < 60; round++) {
    Writer writer = {
      .text = g_string_new (NULL),
      .pointer = g_string_new (NULL),
      .pointers = g_ptr_array_new_with_free_func (g_free),
      .values = g_array_new (FALSE, FALSE, sizeof (gsize)),
      .keys = g_array_new (FALSE, FALSE, sizeof (gsize)),
    };
    MpPositions *positions;

    write_space (&writer);
    write_value (&writer, G_MAXSIZE, 0);
    positions = scan (writer.text->str, writer.text->len);

    for (guint i = 0; i < writer.pointers->len; i++) {
      const char *pointer = g_ptr_array_index (writer.pointers, i);
      g_autofree char *beyond = g_strconcat (pointer, "/zz", NULL);
      gsize offset = g_array_index (writer.values, gsize, i);
      MpPosition expected = count (writer.text->str, offset);
      MpPosition found = { 0, 0 };

      g_assert_true (mp_positions_find (positions, pointer, FALSE, &found));
      g_assert_cmpuint (found.line, ==, expected.line);
      g_assert_cmpuint (found.column, ==, expected.column);
      found = place_of (writer.text->str, writer.text->len, offset);
      g_assert_cmpuint (found.line, ==, expected.line);
      g_assert_cmpuint (found.column, ==, expected.column);

      expected = count (writer.text->str, g_array_index (writer.keys, gsize, i));
      g_assert_true (mp_positions_find (positions, pointer, TRUE, &found));
      g_assert_cmpuint (found.line, ==, expected.line);
      g_assert_cmpuint (found.column, ==, expected.column);
      g_assert_false (mp_positions_find (positions, beyond, FALSE, &found));
    }

    mp_positions_free (positions);
    g_string_free (writer.text, TRUE);
    g_string_free (writer.pointer, TRUE);
    g_ptr_array_unref (writer.pointers);
    g_array_unref (writer.values);
    g_array_unref (writer.keys);
  }
}

/* A search that looked at each item would take minutes here. */
static void
test_many (void)
{
  const guint n = 100000;
  g_autoptr (GString) text = g_string_new ("{\"items\":[");
  g_autoptr (MpPositions) positions = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n{\"id\":%u}", i > 0 ? "," : "", i);
  g_string_append (text, "],\"members\":{");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n\"k%u\":0", i > 0 ? "," : "", i);
  g_string_append (text, "}}");

  positions = scan (text->str, text->len);
  for (guint i = 0; i < n; i++) {
    g_autofree char *item = g_strdup_printf ("/items/%u/id", i);
    g_autofree char *member = g_strdup_printf ("/members/k%u", i);
    MpPosition position;

    g_assert_true (mp_positions_find (positions, item, FALSE, &position));
    g_assert_cmpuint (position.line, ==, i + 2);
    g_assert_cmpuint (position.column, ==, 7);
    g_assert_true (mp_positions_find (positions, member, TRUE, &position));
    g_assert_cmpuint (position.line, ==, n + i + 2);
    g_assert_cmpuint (position.column, ==, 1);
  }
  /* Keys of the text, but not of these members: before all of them, and among them. */
  g_assert_false (mp_positions_find (positions, "/members/items", FALSE, &(MpPosition) { 0, 0 }));
  g_assert_false (mp_positions_find (positions, "/members/id", FALSE, &(MpPosition) { 0, 0 }));
  g_assert_false (mp_positions_find (positions, "/k5", FALSE, &(MpPosition) { 0, 0 }));
}

static void
test_deep (void)
{
  const gsize depth = 200000;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) pointer = g_string_new (NULL);
  g_autoptr (MpPositions) positions = NULL;
  MpPosition position;

  for (gsize i = 0; i < depth; i++) {
    g_string_append (text, "[");
    g_string_append (pointer, "/0");
  }
  g_string_append (text, "5");
  for (gsize i = 0; i < depth; i++)
    g_string_append (text, "]");

  positions = scan (text->str, text->len);
  g_assert_true (mp_positions_find (positions, pointer->str, FALSE, &position));
  g_assert_cmpuint (position.column, ==, depth + 1);
}

/* The contract asks for valid JSON. With anything else the scanner must still end, and stay within
 * the text. */
static void
test_garbage (void)
{
  static const char bytes[] = "{}[]\":,\\\n\r au1\0\xe9\xef";

  for (int round = 0; round < 5000; round++) {
    gsize length = (gsize) g_test_rand_int_range (0, 40);
    g_autofree char *text = g_malloc (MAX (length, 1));
    g_autoptr (MpPositions) positions = NULL;
    MpPosition position;

    for (gsize i = 0; i < length; i++)
      text[i] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
    positions = scan (text, length);
    mp_positions_find (positions, "/0/a", FALSE, &position);
    position = place_of (text, length, length);
    g_assert_cmpuint (position.line, >=, 1);
    g_assert_cmpuint (position.column, >=, 1);
  }
}

static void
test_offsets (void)
{
  static const struct {
    const char *text;
    gsize offset;
    guint line;
    guint column;
  } cases[] = {
    { "", 0, 1, 1 },       { "", 9, 1, 1 },          { "ab", 1, 1, 2 },   { "ab", 2, 1, 3 },
    { "ab", 99, 1, 3 },    { "a\nb", 1, 1, 2 },      { "a\nb", 2, 2, 1 }, { "a\r\nb", 3, 2, 1 },
    { "a\r\nb", 2, 1, 3 }, { "a\rb", 2, 2, 1 },      { "a\r", 2, 2, 1 },  { "a\n", 2, 2, 1 },
    { "é\tb", 3, 1, 3 },   { "é\tb", 1, 1, 1 },      { "é\tb", 2, 1, 2 }, { "\xe9\xe9x", 2, 1, 3 },
    { "x\xe9", 1, 1, 2 },  { "\xa9\xa9x", 1, 1, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpPosition position = place_of (cases[i].text, strlen (cases[i].text), cases[i].offset);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpuint (position.line, ==, cases[i].line);
    g_assert_cmpuint (position.column, ==, cases[i].column);
  }
}

/* A text of which parts were cut out: what stands after a cut has the place that it has in the
 * file, and so has a value that begins before it. */
static void
test_cuts (void)
{
  static const char text[] = "{\"a\":[],\n \"é\":[],\"b\": 1}";
  const MpCut cuts[] = { { 0, { 3, 5 } }, { 6, { 90, 2 } }, { 16, { 100, 7 } } };
  const MpExcerpt excerpt = { text, strlen (text), cuts, G_N_ELEMENTS (cuts) };
  g_autoptr (MpPositions) positions = mp_positions_new (&excerpt);
  static const struct {
    const char *pointer;
    gboolean key;
    guint line;
    guint column;
  } cases[] = {
    { "", FALSE, 3, 5 },    { "/a", TRUE, 3, 6 },   { "/a", FALSE, 3, 10 },   { "/é", TRUE, 91, 2 },
    { "/é", FALSE, 91, 6 }, { "/b", TRUE, 100, 9 }, { "/b", FALSE, 100, 14 },
  };

  g_assert_cmpint (text[6], ==, ']');
  g_assert_cmpint (text[16], ==, ']');
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpPosition position = { 0, 0 };

    g_test_message ("%s", cases[i].pointer);
    g_assert_true (mp_positions_find (positions, cases[i].pointer, cases[i].key, &position));
    g_assert_cmpuint (position.line, ==, cases[i].line);
    g_assert_cmpuint (position.column, ==, cases[i].column);
  }
  g_assert_cmpuint (mp_position_at (&excerpt, 5).column, ==, 10);
  g_assert_cmpuint (mp_position_at (&excerpt, 6).line, ==, 90);
  g_assert_cmpuint (mp_position_at (&excerpt, 20).column, ==, 11);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/position/shapes", test_shapes);
  g_test_add_func ("/position/absent", test_absent);
  g_test_add_func ("/position/random-trees", test_random);
  g_test_add_func ("/position/many-items", test_many);
  g_test_add_func ("/position/deep", test_deep);
  g_test_add_func ("/position/garbage", test_garbage);
  g_test_add_func ("/position/offsets", test_offsets);
  g_test_add_func ("/position/cuts", test_cuts);
  return g_test_run ();
}
