/* mp-highlights.c: highlights the words of a search in labels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-highlights.h"

#include "mp-casefold.h"
#include "mp-theme.h"

/* The most highlights of one word in one label. A longer text is not read by anybody. */
#define MAX_HIGHLIGHTS 100

static void
add_highlight (PangoAttrList *list, gsize begin, gsize end)
{
  MpRgb color = mp_style_get (mp_theme_get_current ())->shades[MP_COLOR_YELLOW].label;
  PangoAttribute *attributes[] = {
    pango_attr_background_new ((guint16) (color.red * 65535), (guint16) (color.green * 65535),
                               (guint16) (color.blue * 65535)),
    /* Underlined and bold, because colour alone must not carry a meaning. */
    pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
  };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++) {
    attributes[i]->start_index = (guint) begin;
    attributes[i]->end_index = (guint) end;
    pango_attr_list_change (list, attributes[i]);
  }
}

/* Removes the highlights of a label. GTK merges the attributes of a label with those of its markup
 * and keeps them there, so the markup must be set again. */
static void
clear_label (GtkLabel *label)
{
  gtk_label_set_attributes (label, NULL);
  if (!gtk_label_get_use_markup (label))
    return;
  g_object_freeze_notify (G_OBJECT (label));
  gtk_label_set_use_markup (label, FALSE);
  gtk_label_set_use_markup (label, TRUE);
  g_object_thaw_notify (G_OBJECT (label));
}

static void
highlight_label (GtkLabel *label, const MpMatches *matches)
{
  const char *text = gtk_label_get_text (label);
  PangoAttrList *highlights = NULL;
  gsize begin, end;

  for (guint i = 0; matches != NULL && matches->words[i] != NULL; i++) {
    gsize from = 0;

    for (guint n = 0;
         n < MAX_HIGHLIGHTS && mp_casefold_find (text, matches->words[i], from, &begin, &end);
         n++) {
      if (highlights == NULL)
        highlights = pango_attr_list_new ();
      add_highlight (highlights, begin, end);
      from = end;
    }
  }
  if (gtk_label_get_attributes (label) != NULL)
    clear_label (label);
  if (highlights == NULL)
    return;
  gtk_label_set_attributes (label, highlights);
  pango_attr_list_unref (highlights);
}

void
mp_highlights_set (GtkWidget *widget, const MpMatches *matches)
{
  if (GTK_IS_LABEL (widget)) {
    if (!gtk_widget_has_css_class (widget, "section") &&
        !GTK_IS_BUTTON (gtk_widget_get_parent (widget)))
      highlight_label (GTK_LABEL (widget), matches);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mp_highlights_set (child, matches);
}
