/* mp-test-stream.c: a stream that waits for the test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-test-stream.h"

#include <string.h>

struct _MpTestStream {
  GInputStream parent_instance;

  GMutex mutex; /* for all of this */
  GCond changed;
  GString *text; /* that can be read; owned */
  gboolean is_ended;
};

G_DEFINE_FINAL_TYPE (MpTestStream, mp_test_stream, G_TYPE_INPUT_STREAM)

static gssize
mp_test_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable,
                     GError **error)
{
  MpTestStream *self = MP_TEST_STREAM (stream);
  gsize n;

  (void) cancellable;
  (void) error;
  g_mutex_lock (&self->mutex);
  while (self->text->len == 0 && !self->is_ended)
    g_cond_wait (&self->changed, &self->mutex);
  n = MIN (count, self->text->len);
  memcpy (buffer, self->text->str, n);
  g_string_erase (self->text, 0, (gssize) n);
  g_mutex_unlock (&self->mutex);
  return (gssize) n;
}

static void
mp_test_stream_finalize (GObject *object)
{
  MpTestStream *self = MP_TEST_STREAM (object);

  g_string_free (self->text, TRUE);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  G_OBJECT_CLASS (mp_test_stream_parent_class)->finalize (object);
}

static void
mp_test_stream_class_init (MpTestStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mp_test_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = mp_test_stream_read;
}

static void
mp_test_stream_init (MpTestStream *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->text = g_string_new (NULL);
}

MpTestStream *
mp_test_stream_new (void)
{
  return g_object_new (MP_TYPE_TEST_STREAM, NULL);
}

void
mp_test_stream_give (MpTestStream *self, const char *text)
{
  g_mutex_lock (&self->mutex);
  g_string_append (self->text, text);
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
}

void
mp_test_stream_end (MpTestStream *self)
{
  g_mutex_lock (&self->mutex);
  self->is_ended = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
}
