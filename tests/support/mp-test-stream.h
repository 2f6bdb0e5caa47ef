/* mp-test-stream.h: a stream that waits for the test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Like a pipe whose other end is slow: reading waits until the test gives more, or ends the stream.
 * It does not notice that it is cancelled.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MP_TYPE_TEST_STREAM (mp_test_stream_get_type ())
G_DECLARE_FINAL_TYPE (MpTestStream, mp_test_stream, MP, TEST_STREAM, GInputStream)

MpTestStream *mp_test_stream_new (void);

/* Lets a text be read, which is copied; and says that nothing follows. */
void mp_test_stream_give (MpTestStream *self, const char *text);
void mp_test_stream_end (MpTestStream *self);

G_END_DECLS
