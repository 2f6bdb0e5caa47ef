/* mp-test-hostile.c: titles that are meant to do harm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-test-hostile.h"

#include <string.h>

static const struct {
  const char *name;
  const char *head;
  const char *repeated; /* so many times; NULL for nothing */
  guint times;
  const char *tail;
} kinds[] = {
  { "plain", "Plain", NULL, 0, "" },
  { "markup", "<b>&amp;</b> <span size='99999'>&lt; <a href='file:///etc'>x</a> %s %n", NULL, 0,
    "" },
  { "override", "abc \342\200\256gnp.exe", NULL, 0, " x" },
  { "overrides", "", "\342\200\256\342\200\253", 40, "deep" },
  { "isolates", "\342\201\247\342\201\247\342\201\246open", "\342\201\251\342\200\254", 20,
    " end" },
  { "right-to-left", "שלום 123 العربية", NULL, 0, " (x)" },
  { "no-width", "a\342\200\213b\357\273\277c\342\200\215d\302\255e\342\201\240", NULL, 0, "f" },
  { "heap", "Z", "\314\201\314\265\314\276\315\253\322\211\314\226", 60, "algo" },
  { "one-word", "", "W", 1000, "" },
  { "words", "", "word ", 199, "end" },
  { "pictures", "", "👩\342\200\215👧 ", 30, "." },
};

guint
mp_test_hostile_count (void)
{
  return G_N_ELEMENTS (kinds);
}

const char *
mp_test_hostile_name (guint kind)
{
  return kinds[kind].name;
}

char *
mp_test_hostile_title (guint kind)
{
  GString *title = g_string_new (kinds[kind].head);

  for (guint i = 0; i < kinds[kind].times; i++)
    g_string_append (title, kinds[kind].repeated);
  g_string_append (title, kinds[kind].tail);
  return g_string_free (title, FALSE);
}

char *
mp_test_hostile_json (const char *title)
{
  /* @ stands for the title, ' for ". */
  static const char template[] =
    "{'milepost':1,'title':'@','summary':'@','parties':[{'id':'p','name':'@'},"
    "{'id':'q','name':'@'}],'topics':[{'id':'t','title':'@'}],'sources':["
    "{'id':'s','title':'@','kind':'press','publisher':'@','url':'https://example.org/'},"
    "{'id':'r','title':'@','kind':'filing'}],'terms':["
    "{'id':'before','title':'Before','topic':'t','phases':[{'span':'2020/2034','state':'Plain',"
    "'certainty':'stated','sources':['r']}]},"
    "{'id':'hostile','title':'@','topic':'t','obligor':'p','obligee':'q','summary':'@','phases':["
    "{'span':'2020/2022','state':'@','certainty':'stated','summary':'@',"
    "'ends_early':{'when':'@'},'amounts':[{'what':'@','value':3,'unit':'@','certainty':'stated',"
    "'sources':['s']}],'sources':[{'id':'s','at':'@'},'r']},"
    "{'span':'2022/2034','state':'@','certainty':'disputed','sources':['s']}]},"
    "{'id':'after','title':'After','topic':'t','phases':[{'span':'2020/2034','state':'Plain',"
    "'certainty':'stated','sources':['r']}]}],'milestones':["
    "{'id':'hostile','date':'2022','title':'@','topic':'t','importance':1,'certainty':'stated',"
    "'changes':['hostile'],'summary':'@','sources':['s']},"
    "{'id':'plain','date':'2030','title':'Plain','topic':'t','importance':1,"
    "'certainty':'stated','changes':['after'],'sources':['r']}]}";
  GString *json = g_string_new (NULL);

  for (const char *p = template; *p != '\0'; p++) {
    if (*p == '@')
      g_string_append (json, title);
    else
      g_string_append_c (json, *p == '\'' ? '"' : *p);
  }
  return g_string_free (json, FALSE);
}

gboolean
mp_test_is_straight (const char *text)
{
  int depth = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c >= 0x202a && c <= 0x202e)
      return FALSE;
    if (c >= 0x2066 && c <= 0x2068)
      depth++;
    else if (c == 0x2069 && --depth < 0)
      return FALSE;
  }
  return depth == 0;
}
