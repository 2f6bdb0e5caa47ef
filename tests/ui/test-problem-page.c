/* test-problem-page.c: what is wrong with a file is said, all of it, where and how to mend it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-display-support.h"
#include "mp-problem-page.h"

#include <string.h>

typedef struct {
  MpProblemPage *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->page = g_object_new (MP_TYPE_PROBLEM_PAGE, NULL);
  f->window = mp_show (GTK_WIDGET (f->page), 700, 500);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  g_object_add_weak_pointer (G_OBJECT (f->page), (gpointer *) &f->page);
  mp_close (f->window);
  g_assert_null (f->page);
}

static void
assert_says (Fixture *f, const char *text)
{
  g_autofree char *labels = mp_read_labels (f->page);

  g_test_message ("looking for: %s", text);
  g_assert_nonnull (strstr (labels, text));
}

static void
assert_silent (Fixture *f, const char *text)
{
  g_autofree char *labels = mp_read_labels (f->page);

  g_assert_null (strstr (labels, text));
}

static void
test_all (Fixture *f, gconstpointer data)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  GtkListBox *list = mp_template_child (f->page, "list");

  (void) data;
  mp_problems_add (problems, MP_SEVERITY_ERROR, 4, 12, "/terms/0/topic",
                   "unknown topic \"clould\"; did you mean \"cloud\"?");
  mp_problems_add (problems, MP_SEVERITY_ERROR, 9, 0, "", "something about a line");
  mp_problems_add (problems, MP_SEVERITY_WARNING, 0, 0, "", "something about it all");
  mp_problem_page_show_problems (f->page, "lease.json", problems, NULL);
  assert_says (f, "“lease.json” cannot be shown\nIt has 2 problems that must be fixed first.");
  assert_says (f, "unknown topic \"clould\"; did you mean \"cloud\"?\n"
                  "line 4, column 12 · /terms/0/topic\n");
  assert_says (f, "something about a line\nline 9\n");
  assert_says (f, "something about it all\nthe whole file\n");
  /* A screen reader reads a row as one sentence, with its place. */
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (list, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "line 4, column 12 · /terms/0/topic: unknown topic \"clould\"; did you mean \"cloud\"?");
  g_assert_null (gtk_list_box_get_row_at_index (list, 3));
  g_assert_null (mp_find_button (f->page, "Go Back"));
  g_assert_nonnull (mp_find_button (f->page, "Open Another File…"));
}

/* What is shown next replaces what was shown before. */
static void
test_again (Fixture *f, gconstpointer data)
{
  g_autoptr (MpProblems) errors = mp_problems_new (), warnings = mp_problems_new ();

  (void) data;
  mp_problems_add (errors, MP_SEVERITY_ERROR, 1, 1, "", "the first mistake");
  mp_problem_page_show_problems (f->page, "a.json", errors, "Lease");
  assert_says (f, "It has 1 problem that must be fixed first.");
  g_assert_nonnull (mp_find_button (f->page, "Go Back"));
  mp_problems_add (warnings, MP_SEVERITY_WARNING, 2, 3, "/x", "unknown key \"x\"");
  mp_problem_page_show_problems (f->page, "b.json", warnings, "Lease");
  assert_says (f, "“b.json” can be shown\nThere is 1 thing to look at.");
  assert_silent (f, "the first mistake");
  mp_problem_page_show_sentence (f->page, "c.json", "it is a folder", NULL);
  assert_says (f, "“c.json” cannot be read\nit is a folder\n");
  assert_silent (f, "unknown key");
  g_assert_null (mp_find_button (f->page, "Copy All"));
  g_assert_null (mp_find_button (f->page, "Go Back"));
}

/* Markup in names and messages is text. */
static void
test_markup (Fixture *f, gconstpointer data)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();

  (void) data;
  mp_problems_add (problems, MP_SEVERITY_ERROR, 1, 1, "/<b>", "unknown key \"<i>&_\"");
  mp_problem_page_show_problems (f->page, "<b>&_.json", problems, "A <i> & B");
  assert_says (f, "“<b>&_.json” cannot be shown");
  assert_says (f, "unknown key \"<i>&_\"\nline 1, column 1 · /<b>\n");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (mp_find_button (f->page, "Go Back")), ==,
                   "Back to “A <i> & B”");
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* A file with very many problems: the list is cut, the text that is copied is not, and the count is
 * right. */
static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint rows = 0;

  (void) data;
  for (guint i = 0; i < 350; i++)
    mp_problems_add (problems, MP_SEVERITY_ERROR, i + 1, 2, "/terms", "wrong");
  mp_problem_page_show_problems (f->page, "x.json", problems, NULL);
  while (gtk_list_box_get_row_at_index (mp_template_child (f->page, "list"), (int) rows) != NULL)
    rows++;
  g_assert_cmpuint (rows, >=, 100);
  g_assert_cmpuint (rows, <, 350);
  {
    g_autofree char *more = g_strdup_printf ("and %u more", 350 - rows);

    assert_says (f, more);
  }
  assert_says (f, "It has 350 problems");
  g_signal_emit_by_name (mp_find_button (f->page, "Copy All"), "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (f->page)), NULL, pasted_cb,
                                 &text);
  mp_wait_until (text != NULL);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 351);
  g_assert_cmpstr (lines[0], ==, "x.json:1:2: error: wrong");
  g_assert_cmpstr (lines[349], ==, "x.json:350:2: error: wrong");
}

/* Very long words wrap, and do not make the window wider. */
static void
test_long (Fixture *f, gconstpointer data)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autofree char *name = g_strnfill (500, 'n');
  g_autofree char *message = g_strnfill (900, 'm');
  g_autofree char *pointer = g_strnfill (600, '/');

  (void) data;
  mp_problems_add (problems, MP_SEVERITY_ERROR, 1, 1, pointer, message);
  mp_problem_page_show_problems (f->page, name, problems, NULL);
  mp_wait_for_frame (GTK_WIDGET (f->page));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->window)), <=, 700);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/problem-page/all", test_all);
  ADD ("/problem-page/again", test_again);
  ADD ("/problem-page/markup", test_markup);
  ADD ("/problem-page/many", test_many);
  ADD ("/problem-page/long", test_long);
#undef ADD
  return g_test_run ();
}
