/* mp-compose-begin.c: begins a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-compose-private.h"

void
mp_compose_begin_page (MpComposer *composer)
{
  mp_page_free (composer->page);
  composer->page = mp_page_new (composer->request->text, composer->request->width);
  composer->signs = 0;
  composer->n_unnumbered = 0;
  composer->n_events = 0;
  g_ptr_array_set_size (composer->letters, 0);
  g_array_set_size (composer->cited, 0);
}
