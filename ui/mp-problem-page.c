/* mp-problem-page.c: the page with the problems of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-problem-page.h"

#include "mp-join.h"
#include "mp-untrusted-text.h"

#include <glib/gi18n-lib.h>

/* More rows than anybody reads. The copied text has all problems. */
#define MAX_ROWS 200

/* In characters. A tooltip must not be wider than a window. */
#define MAX_TITLE 90

struct _MpProblemPage {
  AdwBin parent_instance;

  /* Template */
  GtkLabel *title;
  GtkLabel *description;
  GtkListBox *list;
  GtkWidget *scroller;
  GtkLabel *more;
  GtkButton *back;
  GtkButton *copy;

  /* Owned */
  char *text; /* all problems, one a line */
};

G_DEFINE_FINAL_TYPE (MpProblemPage, mp_problem_page, ADW_TYPE_BIN)

static void
copy_cb (MpProblemPage *self)
{
  if (self->text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
}

static void
mp_problem_page_finalize (GObject *object)
{
  MpProblemPage *self = MP_PROBLEM_PAGE (object);

  g_free (self->text);
  G_OBJECT_CLASS (mp_problem_page_parent_class)->finalize (object);
}

static void
mp_problem_page_class_init (MpProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mp_problem_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpProblemPage, title);
  gtk_widget_class_bind_template_child (widget_class, MpProblemPage, description);
  gtk_widget_class_bind_template_child (widget_class, MpProblemPage, list);
  gtk_widget_class_bind_template_child (widget_class, MpProblemPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MpProblemPage, more);
  gtk_widget_class_bind_template_child (widget_class, MpProblemPage, back);
  gtk_widget_class_bind_template_child (widget_class, MpProblemPage, copy);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
mp_problem_page_init (MpProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
place_words (const MpProblem *problem)
{
  if (problem->line == 0)
    return g_strdup (_ ("the whole file"));
  if (problem->column == 0)
    return g_strdup_printf (_ ("line %u"), problem->line);
  return g_strdup_printf (_ ("line %u, column %u"), problem->line, problem->column);
}

static GtkWidget *
row_new (const MpProblem *problem)
{
  gboolean is_error = problem->severity == MP_SEVERITY_ERROR;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon =
    gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  GtkWidget *message = gtk_label_new (problem->message);
  g_autofree char *place = place_words (problem);
  g_autofree char *whole =
    *problem->pointer == '\0'
      ? g_strdup (place)
      : mp_join (MP_JOIN_FACTS, (const char *[]) { place, problem->pointer, NULL });
  GtkWidget *where = gtk_label_new (whole);
  g_autofree char *name = /* Translators: where a problem is, and what it is. */
    g_strdup_printf (C_ ("problem", "%s: %s"), whole, problem->message);

  gtk_widget_add_css_class (icon, is_error ? "error" : "warning");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_error ? _ ("Error") : _ ("Warning"), -1);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (message), TRUE);
  gtk_widget_set_overflow (message, GTK_OVERFLOW_HIDDEN);
  gtk_label_set_xalign (GTK_LABEL (where), 0);
  gtk_label_set_wrap (GTK_LABEL (where), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (where), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (where, "dim-label");
  gtk_widget_add_css_class (where, "caption");
  gtk_box_append (GTK_BOX (lines), message);
  gtk_box_append (GTK_BOX (lines), where);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_widget_add_css_class (box, "problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
clear_list (MpProblemPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
set_back (MpProblemPage *self, const char *back)
{
  g_autofree char *tooltip = NULL, *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->back), back != NULL);
  if (back == NULL)
    return;
  title = mp_untrusted_text_isolate (back, MAX_TITLE);
  /* Translators: %s is the title of the agreement that is still open. */
  tooltip = g_strdup_printf (_ ("Back to “%s”"), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->back), tooltip);
}

void
mp_problem_page_show_problems (MpProblemPage *self, const char *name, const MpProblems *problems,
                               const char *back)
{
  guint errors = mp_problems_count (problems, MP_SEVERITY_ERROR);
  guint warnings = mp_problems_count (problems, MP_SEVERITY_WARNING);
  guint kept = mp_problems_get_length (problems), visible = MIN (kept, MAX_ROWS);
  g_autofree char *title = NULL, *counted = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (MP_IS_PROBLEM_PAGE (self));

  if (errors > 0) {
    /* Translators: a file's name */
    title = g_strdup_printf (_ ("“%s” cannot be shown"), name);
    counted = g_strdup_printf (
      ngettext ("It has %u problem that must be fixed first. Nothing in the file was changed.",
                "It has %u problems that must be fixed first. Nothing in the file was changed.",
                errors),
      errors);
  } else {
    title = g_strdup_printf (_ ("“%s” can be shown"), name);
    counted = g_strdup_printf (
      ngettext ("There is %u thing to look at.", "There are %u things to look at.", warnings),
      warnings);
  }
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->description, counted);
  clear_list (self);
  for (guint i = 0; i < kept; i++) {
    const MpProblem *problem = mp_problems_get (problems, i);
    g_autofree char *line = mp_problem_to_string (problem, name);

    g_string_append_printf (text, "%s\n", line);
    if (i < visible)
      gtk_list_box_append (self->list, row_new (problem));
  }
  g_free (self->text);
  self->text = g_strdup (text->str);
  gtk_widget_set_visible (self->scroller, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->copy), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->more), errors + warnings > visible);
  if (errors + warnings > visible) {
    guint more = errors + warnings - visible;
    g_autofree char *words =
      g_strdup_printf (ngettext ("and %'u more", "and %'u more", more), more);

    gtk_label_set_label (self->more, words);
  }
  set_back (self, back);
}

void
mp_problem_page_show_sentence (MpProblemPage *self, const char *name, const char *sentence,
                               const char *back)
{
  g_autofree char *title = NULL;

  g_return_if_fail (MP_IS_PROBLEM_PAGE (self));

  title = g_strdup_printf (_ ("“%s” cannot be read"), name);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->description, sentence);
  clear_list (self);
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->copy), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  g_clear_pointer (&self->text, g_free);
  set_back (self, back);
}
