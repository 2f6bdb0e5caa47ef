/* mp-array.h: plain arrays that grow at their end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a value that is filled element by element and then never changes: it has a typed pointer and
 * a length, and whoever reads it needs neither a cast nor a macro.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds an element at the end. array is a variable with a pointer from g_malloc (), or NULL while
 * length, a guint variable, is 0; both are updated. length may be made smaller between two calls.
 * Free the array with g_free (). */
#define mp_array_append(array, length, element)                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    (array) = mp_array_grow ((array), (length), sizeof *(array));                                  \
    (array)[(length)++] = (element);                                                               \
  }                                                                                                \
  G_STMT_END

/* Makes room for one more element. The room is always a power of two, so it can only be used up
 * where the length is one. */
static inline gpointer
mp_array_grow (gpointer array, guint length, gsize element_size)
{
  if ((length & (length - 1)) != 0)
    return array;
  return g_realloc_n (array, 2 * (gsize) MAX (length, 1), element_size);
}

G_END_DECLS
