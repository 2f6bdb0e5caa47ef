/* mp-position.c: where the values of a JSON text stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is walked once, without recursion. A value waits on a stack until the container around
 * it closes; then all values of that container move to the table, side by side, so that an item of
 * an array is found at once. Keys are kept once each and compared by number.
 */
#include "mp-position.h"

#include "mp-hash.h"

#include <string.h>

#define NO_KEY G_MAXUINT32 /* of array items and of the whole */

/* An object with at least this many members is sorted by key for a binary search; in a smaller one,
 * a linear search is as fast. */
#define SORT_FROM 16

typedef struct {
  MpPosition value;
  MpPosition key_place; /* where key != NO_KEY */
  guint32 key;          /* number of the key, or NO_KEY */
  guint32 first;        /* of a container: its children in the table */
  guint32 count;
  gboolean is_array;
} Value;

struct _MpPositions {
  GArray *table;    /* of Value; the last one is the whole */
  GHashTable *keys; /* decoded key -> its number + 1 */
};

/* A container that is not closed yet. */
typedef struct {
  guint waiting; /* how many values waited when it opened, itself included */
} Open;

typedef struct {
  MpPositions *positions;
  const MpExcerpt *excerpt;
  const char *next;
  const char *end;
  guint cut;        /* the next one */
  MpPosition place; /* of next */
  GArray *waiting;  /* of Value */
  GArray *open;     /* of Open */
  GString *scratch;

  /* The key that was read last, for the value that follows. */
  guint32 key;
  MpPosition key_place;
} Scanner;

/* Steps over one byte. A character of several bytes is counted at its first byte. */
static void
step (Scanner *scanner)
{
  guchar byte = (guchar) *scanner->next++;

  if (byte == '\n' || (byte == '\r' && (scanner->next == scanner->end || *scanner->next != '\n'))) {
    scanner->place.line++;
    scanner->place.column = 1;
  } else if ((byte & 0xc0) != 0x80) {
    scanner->place.column++;
  }
  while (scanner->cut < scanner->excerpt->n_cuts &&
         scanner->excerpt->text + scanner->excerpt->cuts[scanner->cut].offset <= scanner->next)
    scanner->place = scanner->excerpt->cuts[scanner->cut++].place;
}

static int
hex_digits (const char *text, const char *end)
{
  int value = 0;

  if (end - text < 4)
    return -1;
  for (int i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value (text[i]);

    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  return value;
}

/* Appends the character of the escape at text, which stands on a backslash; returns its length. */
static gsize
decode_escape (const char *text, const char *end, GString *decoded)
{
  static const char letters[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  const char *letter;
  int high;
  int low;

  if (end - text < 2)
    return 1;
  if (text[1] != 'u') {
    letter = strchr (letters, text[1]);
    g_string_append_c (decoded,
                       letter != NULL && *letter != '\0' ? meanings[letter - letters] : text[1]);
    return 2;
  }

  high = hex_digits (text + 2, end);
  if (high < 0)
    return 2;
  if (high < 0xd800 || high > 0xdbff) {
    g_string_append_unichar (decoded, (gunichar) high);
    return 6;
  }
  low = end - text >= 8 && text[6] == '\\' && text[7] == 'u' ? hex_digits (text + 8, end) : -1;
  if (low < 0xdc00 || low > 0xdfff)
    return 6;
  g_string_append_unichar (decoded, 0x10000 + (((gunichar) high - 0xd800) << 10) +
                                      ((gunichar) low - 0xdc00));
  return 12;
}

/* Steps over a string, which starts here; stores it in scratch if decoded is TRUE. */
static void
scan_string (Scanner *scanner, gboolean decoded)
{
  const char *start;

  g_string_truncate (scanner->scratch, 0);
  step (scanner);
  start = scanner->next;
  while (scanner->next < scanner->end && *scanner->next != '"') {
    if (*scanner->next == '\\' && scanner->end - scanner->next > 1)
      step (scanner);
    step (scanner);
  }

  if (decoded) {
    for (const char *p = start; p < scanner->next;) {
      if (*p == '\\')
        p += decode_escape (p, scanner->next, scanner->scratch);
      else
        g_string_append_c (scanner->scratch, *p++);
    }
  }
  if (scanner->next < scanner->end)
    step (scanner);
}

static guint32
number_of_key (GHashTable *keys, const char *key)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (keys, key));

  if (number == 0) {
    number = g_hash_table_size (keys) + 1;
    g_hash_table_insert (keys, g_strdup (key), GUINT_TO_POINTER (number));
  }
  return number - 1;
}

static void
start_value (Scanner *scanner, gboolean is_array)
{
  Value value = {
    .value = scanner->place,
    .key_place = scanner->key_place,
    .key = scanner->key,
    .is_array = is_array,
  };

  g_array_append_val (scanner->waiting, value);
  scanner->key = NO_KEY;
}

static void
open_container (Scanner *scanner, gboolean is_array)
{
  Open open;

  start_value (scanner, is_array);
  open.waiting = scanner->waiting->len;
  g_array_append_val (scanner->open, open);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const Value *left = a;
  const Value *right = b;

  return (left->key > right->key) - (left->key < right->key);
}

/* Moves the children of the innermost container from the stack to the table. */
static void
close_container (Scanner *scanner)
{
  GArray *table = scanner->positions->table;
  Open open;
  Value *container;
  guint count;

  if (scanner->open->len == 0)
    return;
  open = g_array_index (scanner->open, Open, scanner->open->len - 1);
  g_array_set_size (scanner->open, scanner->open->len - 1);

  count = scanner->waiting->len - open.waiting;
  container = &g_array_index (scanner->waiting, Value, open.waiting - 1);
  container->first = table->len;
  container->count = count;
  if (count == 0)
    return;

  g_array_append_vals (table, &g_array_index (scanner->waiting, Value, open.waiting), count);
  /* The sort is stable, so of two equal keys the first is found. */
  if (!container->is_array && count >= SORT_FROM)
    g_qsort_with_data (&g_array_index (table, Value, container->first), (gint) count,
                       sizeof (Value), compare_keys, NULL);
  g_array_set_size (scanner->waiting, open.waiting);
}

/* Whether the next value stands in an object, and so may be a key. */
static gboolean
is_in_object (Scanner *scanner)
{
  Open open;

  if (scanner->open->len == 0)
    return FALSE;
  open = g_array_index (scanner->open, Open, scanner->open->len - 1);
  return !g_array_index (scanner->waiting, Value, open.waiting - 1).is_array;
}

static void
scan (Scanner *scanner)
{
  while (scanner->next < scanner->end) {
    switch (*scanner->next) {
    case '{':
      open_container (scanner, FALSE);
      step (scanner);
      break;
    case '[':
      open_container (scanner, TRUE);
      step (scanner);
      break;
    case '}':
    case ']':
      close_container (scanner);
      step (scanner);
      break;
    case '"':
      if (scanner->key == NO_KEY && is_in_object (scanner)) {
        scanner->key_place = scanner->place;
        scan_string (scanner, TRUE);
        scanner->key = number_of_key (scanner->positions->keys, scanner->scratch->str);
      } else {
        start_value (scanner, FALSE);
        scan_string (scanner, FALSE);
      }
      break;
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case ',':
    case ':':
      step (scanner);
      break;
    default: /* A number, true, false or null. */
      start_value (scanner, FALSE);
      do
        step (scanner);
      while (scanner->next < scanner->end && strchr (" \t\n\r,]}", *scanner->next) == NULL);
    }
  }
}

/* Decodes the part of a pointer up to the next slash into segment; returns what follows. */
static const char *
next_segment (const char *pointer, GString *segment)
{
  g_string_truncate (segment, 0);
  for (; *pointer != '\0' && *pointer != '/'; pointer++) {
    if (pointer[0] == '~' && (pointer[1] == '0' || pointer[1] == '1'))
      g_string_append_c (segment, *++pointer == '0' ? '~' : '/');
    else
      g_string_append_c (segment, *pointer);
  }
  return pointer;
}

static const Value *
find_item (const MpPositions *positions, const Value *array, const char *segment)
{
  guint64 index;

  /* RFC 6901 allows neither leading zeros nor anything but digits. */
  if (segment[0] == '0' && segment[1] != '\0')
    return NULL;
  if (!g_ascii_string_to_unsigned (segment, 10, 0, G_MAXUINT32, &index, NULL) ||
      index >= array->count)
    return NULL;
  return &g_array_index (positions->table, Value, array->first + index);
}

static const Value *
find_member (const MpPositions *positions, const Value *object, const char *segment)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (positions->keys, segment));
  const Value *members = &g_array_index (positions->table, Value, object->first);
  guint low = 0;
  guint high = object->count;

  if (number == 0)
    return NULL;
  if (object->count >= SORT_FROM) {
    while (low < high) {
      guint middle = low + (high - low) / 2;

      if (members[middle].key < number - 1)
        low = middle + 1;
      else
        high = middle;
    }
    return low < object->count && members[low].key == number - 1 ? &members[low] : NULL;
  }
  for (; low < high; low++) {
    if (members[low].key == number - 1)
      return &members[low];
  }
  return NULL;
}

MpPositions *
mp_positions_new (const MpExcerpt *excerpt)
{
  MpPositions *positions = g_new0 (MpPositions, 1);
  Scanner scanner = {
    .positions = positions,
    .excerpt = excerpt,
    .next = excerpt->text,
    .end = excerpt->text + excerpt->length,
    .cut = 1,
    .place = excerpt->cuts[0].place,
    .waiting = g_array_new (FALSE, FALSE, sizeof (Value)),
    .open = g_array_new (FALSE, FALSE, sizeof (Open)),
    .scratch = g_string_new (NULL),
    .key = NO_KEY,
  };

  positions->table = g_array_new (FALSE, FALSE, sizeof (Value));
  positions->keys = g_hash_table_new_full (mp_hash_string, g_str_equal, g_free, NULL);

  scan (&scanner);
  while (scanner.open->len > 0)
    close_container (&scanner);
  if (scanner.waiting->len > 0)
    g_array_append_val (positions->table, g_array_index (scanner.waiting, Value, 0));

  g_array_unref (scanner.waiting);
  g_array_unref (scanner.open);
  g_string_free (scanner.scratch, TRUE);
  return positions;
}

void
mp_positions_free (MpPositions *positions)
{
  if (positions == NULL)
    return;
  g_array_unref (positions->table);
  g_hash_table_unref (positions->keys);
  g_free (positions);
}

gboolean
mp_positions_find (const MpPositions *positions, const char *pointer, gboolean key,
                   MpPosition *position)
{
  g_autoptr (GString) segment = g_string_new (NULL);
  const Value *value;

  g_return_val_if_fail (positions != NULL && pointer != NULL && position != NULL, FALSE);

  if (positions->table->len == 0)
    return FALSE;
  value = &g_array_index (positions->table, Value, positions->table->len - 1);
  while (value != NULL && *pointer == '/') {
    pointer = next_segment (pointer + 1, segment);
    /* Scalars have no children, so the search ends there. */
    if (value->is_array)
      value = find_item (positions, value, segment->str);
    else
      value = find_member (positions, value, segment->str);
  }
  if (value == NULL || *pointer != '\0')
    return FALSE;

  *position = key && value->key != NO_KEY ? value->key_place : value->value;
  return TRUE;
}

MpPosition
mp_position_at (const MpExcerpt *excerpt, gsize offset)
{
  const char *text = excerpt->text;
  gsize end = MIN (offset, excerpt->length);
  guint cut = excerpt->n_cuts - 1;
  MpPosition position;
  gsize at;

  while (cut > 0 && excerpt->cuts[cut].offset > end)
    cut--;
  position = excerpt->cuts[cut].place;
  at = excerpt->cuts[cut].offset;
  while (at < end) {
    gsize size = 1;

    if (text[at] == '\n' ||
        (text[at] == '\r' && (at + 1 == excerpt->length || text[at + 1] != '\n'))) {
      position.line++;
      position.column = 1;
    } else {
      /* Bytes that are no UTF-8 count as one character each. */
      if ((text[at] & 0x80) != 0 &&
          (g_utf8_get_char_validated (text + at, (gssize) (excerpt->length - at)) & 0x80000000) ==
            0)
        size = (gsize) (g_utf8_next_char (text + at) - (text + at));
      if (at + size > end)
        break;
      position.column++;
    }
    at += size;
  }
  return position;
}
