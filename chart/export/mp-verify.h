/* mp-verify.h: whether a picture shows what its agreement says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What became of the comparison of a picture with the one that is drawn from the agreement and the
 * view that it carries. */
typedef struct {
  gboolean is_same;          /* every pixel is */
  gboolean has_same_size;    /* if not, no pixel was compared */
  gint64 n_different;        /* pixels, of those in the picture */
  gint64 n_pixels;           /* in the picture */
  char *version;             /* of the Milepost that made it; "" if that is not known */
  gboolean is_same_version;  /* it is this one; another may draw otherwise */
  gboolean is_same_language; /* so are its words; if not, they differ in any case */
} MpVerdict;

/* Frees the contents. */
void mp_verdict_clear (MpVerdict *verdict);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MpVerdict, mp_verdict_clear)

/* Reads a PNG file, draws again what it carries, and compares the pixels. Its fonts must be those
 * that the picture was made with. Returns FALSE, leaves verdict alone and sets error (G_IO_ERROR)
 * if there is nothing to compare: no PNG file, no agreement or no view inside, one of them not
 * right, or G_IO_ERROR_CANCELLED. Blocks. Any thread may call it. cancellable may be NULL. */
gboolean mp_export_verify (GBytes *png, MpVerdict *verdict, GCancellable *cancellable,
                           GError **error);

G_END_DECLS
