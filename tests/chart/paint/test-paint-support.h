/* test-paint-support.h: what the tests of painting share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement.h"
#include "mp-paint.h"
#include "mp-test-image.h"
#include "mp-test-scene.h"

static const MpItem nothing = { MP_ITEM_NONE, 0 };

/* What a test paints: a scene in real fonts. */
typedef struct {
  MpAgreement *agreement;
  MpText *text;
  MpMeasure measure;
  MpTestView view;
  MpScene *scene;
  const MpStyle *style;
} Painting;

static inline void
painting_clear (Painting *painting)
{
  mp_scene_unref (painting->scene);
  mp_text_free (painting->text);
  g_object_unref (painting->agreement);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Painting, painting_clear)

/* Takes ownership of the agreement. measure points into the painting, so the painting must stay
 * where it is. */
static inline void
painting_init (Painting *painting, MpAgreement *agreement, MpTestView view)
{
  painting->agreement = agreement;
  painting->text = mp_text_new (NULL, view.unit > 0 ? view.unit : 1);
  painting->measure = mp_text_get_measure (painting->text);
  painting->style = mp_style_get (MP_THEME_LIGHT);
  painting->view = view;
  painting->view.agreement = agreement;
  painting->view.measure = &painting->measure;
  painting->scene = mp_test_scene (&painting->view);
}

static inline void
painting_init_random (Painting *painting, guint max_milestones)
{
  MpAgreement *agreement = mp_test_random_agreement (max_milestones);
  MpTestView view = mp_test_random_view (agreement);

  view.width = MIN (view.width, 1300);
  view.height = MIN (view.height, 700);
  painting_init (painting, agreement, view);
  if (g_test_rand_bit ())
    painting->style = mp_style_get (MP_THEME_DARK);
}

static inline void
painting_init_shipped (Painting *painting)
{
  painting_init (painting, mp_test_shipped_agreement (),
                 (MpTestView) { .width = 1200, .height = 700 });
}

/* Paints a part of it, or all of it if part is NULL. */
static inline cairo_surface_t *
paint (const Painting *painting, double scale, MpItem selection, const MpRect *part)
{
  cairo_surface_t *image =
    mp_test_image_new (painting->scene->width, painting->scene->height, scale);
  cairo_t *cr = cairo_create (image);

  if (part != NULL) {
    cairo_rectangle (cr, part->x, part->y, part->width, part->height);
    cairo_clip (cr);
  }
  mp_paint_scene (cr, painting->scene, painting->style, painting->text);
  mp_paint_selection (cr, painting->scene, painting->style, painting->text, selection);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return image;
}

static inline void
assert_same (cairo_surface_t *a, cairo_surface_t *b)
{
  mp_test_image_assert_same (a, b);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}
