/* mp-problem-page.h: the page with the problems of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-problem.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_PROBLEM_PAGE (mp_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (MpProblemPage, mp_problem_page, MP, PROBLEM_PAGE, AdwBin)

/* Shows the problems of a file. name is the name of the file; back is the title of the agreement
 * that "Back" returns to, or NULL if there is none. */
void mp_problem_page_show_problems (MpProblemPage *self, const char *name,
                                    const MpProblems *problems, const char *back);

/* Shows one sentence that says why a file cannot be read at all. */
void mp_problem_page_show_sentence (MpProblemPage *self, const char *name, const char *sentence,
                                    const char *back);

G_END_DECLS
