/* mp-scene-dump.c: writes a scene as text, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scene.h"

#include "mp-agreement.h"

#include <math.h>
#include <string.h>

static void
dump_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* Rounding can give -0.0, which would print as "-0"; adding 0.0 makes it 0.0. */
  value = round (value * 10) / 10 + 0.0;
  g_string_append_c (out, ' ');
  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.1f", value));
  if (g_str_has_suffix (out->str, ".0"))
    g_string_truncate (out, out->len - 2);
}

static void
dump_rect (GString *out, const char *name, MpRect rect)
{
  g_string_append_printf (out, " %s", name);
  dump_number (out, rect.x);
  dump_number (out, rect.y);
  dump_number (out, rect.width);
  dump_number (out, rect.height);
}

static void
dump_text (GString *out, const char *text)
{
  g_autofree char *escaped = g_strescape (text, NULL);

  g_string_append_printf (out, " \"%s\"", escaped);
}

static void
dump_ticks (GString *out, const MpScene *scene)
{
  for (guint i = 0; i < scene->n_ticks; i++) {
    MpSceneTick *tick = &scene->ticks[i];

    g_string_append (out, tick->strong ? "strong-tick" : "tick");
    dump_number (out, tick->x);
    if (tick->label != NULL) {
      g_string_append (out, " label");
      dump_number (out, tick->label_x);
      dump_text (out, tick->label);
    }
    g_string_append_c (out, '\n');
  }
}

static const char *const edges[] = { "sharp", "hatched", "soft", "unknown", "open" };

static void
dump_point (GString *out, const MpScenePoint *point)
{
  static const char *const kinds[] = { "date", "one-of", "all-of", "other" };

  g_string_append_printf (out, "  %s %s", kinds[point->kind],
                          point->is_stretch ? "stretch" : "dot");
  if (point->start != MP_EDGE_SHARP || point->end != MP_EDGE_SHARP)
    g_string_append_printf (out, " %s %s", edges[point->start], edges[point->end]);
  if (point->kind == MP_POINT_OTHER)
    g_string_append_printf (out, " %s", mp_certainty_get (point->certainty)->word);
  if (point->is_uncertain)
    g_string_append (out, " uncertain");
  dump_rect (out, "at", point->rect);
  g_string_append_c (out, '\n');
}

static void
dump_marks (GString *out, const MpScene *scene)
{
  const MpMilestones *milestones = mp_agreement_milestones (scene->layout->agreement);

  for (guint i = 0; i < scene->n_marks; i++) {
    MpSceneMark *mark = &scene->marks[i];

    g_string_append_printf (
      out, "mark %s %u %s",
      mp_agreement_text (scene->layout->agreement, milestones->id[mark->milestone]),
      mark->importance, mp_certainty_get (mark->certainty)->word);
    if (mark->label.width > 0) {
      g_string_append (out, " stem");
      dump_number (out, mark->x);
      dump_rect (out, "label", mark->label);
      dump_text (out, mark->text);
    }
    g_string_append_c (out, '\n');
    for (guint32 j = mark->points.first; j < mark->points.first + mark->points.count; j++)
      dump_point (out, &scene->points[j]);
  }
  for (guint i = 0; i < scene->n_clusters; i++) {
    MpSceneCluster *cluster = &scene->clusters[i];

    g_string_append (out, "cluster");
    dump_text (out, cluster->text);
    dump_rect (out, "at", cluster->rect);
    g_string_append_c (out, '\n');
  }
}

static void
dump_crowds (GString *out, const MpScene *scene)
{
  for (guint i = 0; i < scene->n_crowds; i++) {
    const MpSceneCrowd *crowd = &scene->crowds[i];

    g_string_append (out, "crowd");
    dump_text (out, crowd->text != NULL ? crowd->text : "");
    dump_rect (out, "at", crowd->rect);
    g_string_append (out, " counts");
    for (guint32 j = crowd->cells.first; j < crowd->cells.first + crowd->cells.count; j++)
      g_string_append_printf (out, " %u", scene->cells[j].count);
    g_string_append_c (out, '\n');
  }
}

static void
dump_badge (GString *out, const char *name, MpRect rect)
{
  if (rect.width > 0)
    dump_rect (out, name, rect);
}

static void
dump_bar (GString *out, const MpScene *scene, const MpSceneBar *bar)
{
  static const char *const tenses[] = { "past", "present", "future", "was" };

  g_string_append_printf (out, "  bar %s %s %s %s", tenses[bar->tense],
                          mp_certainty_get (bar->certainty)->word, edges[bar->start],
                          edges[bar->end]);
  dump_rect (out, "at", bar->visible);
  g_string_append (out, " solid");
  dump_number (out, bar->solid_x0);
  dump_number (out, bar->solid_x1);
  dump_badge (out, "start-doubt", bar->start_doubt);
  dump_badge (out, "end-doubt", bar->end_doubt);
  dump_badge (out, "early", bar->early);
  if (bar->early.width > 0) {
    g_string_append (out, " from");
    dump_number (out, bar->early_x0);
    dump_number (out, bar->early_x1);
  }
  for (guint32 i = bar->members.first; i < bar->members.first + bar->members.count; i++) {
    MpSceneMember *member = &scene->members[i];

    g_string_append (out, " member");
    dump_number (out, member->x0);
    dump_number (out, member->x1);
  }
  if (bar->label.width > 0) {
    dump_rect (out, "label", bar->label);
    dump_text (out, bar->text);
  }
  if (bar->end_text != NULL) {
    dump_rect (out, "end", bar->end_label);
    dump_text (out, bar->end_text);
  }
  g_string_append_c (out, '\n');
}

static void
dump_tracks (GString *out, const MpScene *scene)
{
  for (guint i = 0; i < scene->n_tracks; i++) {
    MpSceneTrack *track = &scene->tracks[i];

    g_string_append_printf (out, "%s %s %s %s", track->kind == MP_TRACK_OTHER ? "other" : "notice",
                            mp_certainty_get (track->bar.certainty)->word, edges[track->bar.start],
                            edges[track->bar.end]);
    dump_rect (out, "at", track->bar.visible);
    g_string_append (out, " solid");
    dump_number (out, track->bar.solid_x0);
    dump_number (out, track->bar.solid_x1);
    g_string_append (out, " tie");
    dump_number (out, track->tie_x);
    dump_number (out, track->tie_y);
    g_string_append_c (out, '\n');
  }
}

static void
dump_rows (GString *out, const MpScene *scene)
{
  guint next = 0;
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);

  for (guint i = 0; i < scene->n_row_items; i++) {
    MpSceneRow *row = &scene->row_items[i];

    g_string_append_printf (out, "%s %s", row->kind == MP_ROW_TOPIC ? "topic" : "term",
                            mp_color_to_string (row->color));
    dump_text (out, row->text);
    dump_rect (out, "at", row->rect);
    if (row->badge.width > 0) {
      g_string_append_printf (out, " %s%s", row->comparison.possibly ? "possibly " : "",
                              mp_change_kind_to_string (row->comparison.change));
      dump_rect (out, "badge", row->badge);
    }
    g_string_append_c (out, '\n');
    while (row->kind == MP_ROW_TERM && next < scene->n_bars) {
      MpSceneBar *bar = &scene->bars[next];

      if (phases->term[bar->phase] != row->index)
        break;
      dump_bar (out, scene, bar);
      next++;
    }
  }
}

static void
dump_cursor (GString *out, const char *name, const MpSceneCursor *cursor)
{
  if (!cursor->visible)
    return;
  g_string_append (out, name);
  dump_rect (out, "at", cursor->at);
  dump_rect (out, "badge", cursor->badge);
  dump_text (out, cursor->text);
  g_string_append_c (out, '\n');
}

char *
mp_scene_dump (const MpScene *scene)
{
  GString *out = g_string_new ("scene");

  dump_number (out, scene->width);
  dump_number (out, scene->height);
  dump_rect (out, "plot", scene->plot);
  dump_rect (out, "band", scene->band);
  dump_rect (out, "rows", scene->rows);
  g_string_append (out, " range");
  dump_text (out, scene->range_label);
  g_string_append_c (out, '\n');
  dump_ticks (out, scene);
  if (scene->today_visible) {
    g_string_append (out, "today");
    dump_number (out, scene->today_x);
    dump_rect (out, "badge", scene->today_badge);
    g_string_append_c (out, '\n');
  }
  dump_cursor (out, "as-of", &scene->as_of);
  dump_cursor (out, "before", &scene->before);
  dump_cursor (out, "known", &scene->known);
  dump_marks (out, scene);
  dump_rows (out, scene);
  dump_crowds (out, scene);
  dump_tracks (out, scene);
  return g_string_free (out, FALSE);
}
