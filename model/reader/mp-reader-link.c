/* mp-reader-link.c: links from one entry to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-link-kind.h"
#include "mp-reader-private.h"

#include <glib/gi18n-lib.h>

/* Reports a link that stands twice in a list. seen has the links so far, each with its place. */
static void
check_seen (MpReader *reader, GHashTable *seen, const char *to, const char *as, gsize place)
{
  g_autofree char *key = NULL;
  gpointer first;

  if (to == NULL || as == NULL)
    return;
  key = g_strconcat (as, " ", to, NULL);
  if (g_hash_table_lookup_extended (seen, key, NULL, &first))
    mp_diagnostics_add_clash (
      reader->diagnostics, NULL,
      mp_diagnostics_get_place_of_item (reader->diagnostics, GPOINTER_TO_SIZE (first)).line,
      _ ("the link to \"%s\" is there twice"), to);
  else
    g_hash_table_insert (seen, g_steal_pointer (&key), GSIZE_TO_POINTER (place));
}

static void
read_link (MpReader *reader, json_t *json, MpNamed self, GHashTable *seen, gsize place)
{
  json_t *values[MP_N_LINK_KEYS];
  int certainty = MP_LINK_AS_TARGET;
  guint kind;
  guint32 index;

  if (!mp_reader_read_object (reader, json, mp_link_fields, values))
    return;
  check_seen (reader, seen, mp_reader_string (values[MP_KEY_LINK_TO]),
              mp_reader_string (values[MP_KEY_LINK_AS]), place);
  kind = mp_reader_read_word (reader, "as", values[MP_KEY_LINK_AS], &mp_link_kind_vocabulary,
                              MP_LINK_BECAUSE);
  if (values[MP_KEY_LINK_CERTAINTY] != NULL)
    certainty = (int) mp_reader_read_certainty (reader, values[MP_KEY_LINK_CERTAINTY]);

  index = mp_agreement_builder_add_link (reader->builder, (MpLinkKind) kind,
                                         (MpNamed) { MP_ID_KIND_MILESTONE, MP_NONE }, certainty);
  mp_reader_refer_later (reader, "to", values[MP_KEY_LINK_TO], MP_REFERENTS_ENTRY,
                         MP_REFERENCE_LINK, index, self);
  mp_reader_read_citations (reader, values[MP_KEY_LINK_SOURCES]);
}

void
mp_reader_read_links (MpReader *reader, json_t *array, MpNamed self)
{
  g_autoptr (GHashTable) seen = NULL;
  guint mark;

  if (array == NULL)
    return;
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  mark = mp_diagnostics_enter_key (reader->diagnostics, "links");
  for (gsize i = 0; i < json_array_size (array); i++) {
    guint item = mp_diagnostics_enter_item (reader->diagnostics, i);

    read_link (reader, json_array_get (array, i), self, seen, i);
    mp_diagnostics_leave (reader->diagnostics, item);
  }
  mp_diagnostics_leave (reader->diagnostics, mark);
}
