/* mp-problem-page.h: what is wrong with a file, and a way out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-problem.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_PROBLEM_PAGE (mp_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (MpProblemPage, mp_problem_page, MP, PROBLEM_PAGE, AdwBin)

/* Shows the problems of a file. name is the file's name; back is the title of what "Back" leads to,
 * or NULL where there is nothing to go back to. */
void mp_problem_page_show_problems (MpProblemPage *self, const char *name,
                                    const MpProblems *problems, const char *back);

/* Shows that a file cannot be read at all, and why, as one sentence. */
void mp_problem_page_show_sentence (MpProblemPage *self, const char *name, const char *sentence,
                                    const char *back);

G_END_DECLS
