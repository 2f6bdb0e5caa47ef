/* mp-layout-part.c: the labels and the clusters on some days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-clusters.h"
#include "mp-labels.h"
#include "mp-layout.h"

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* Counts those labels of a part that are in a run of positions. */
static guint
count_labels (const MpLayoutPart *part, MpRun run)
{
  guint counts[2];

  for (guint i = 0; i < 2; i++) {
    guint first = 0, last = part->n_labels, position = run.first + i * run.count;

    while (first < last) {
      guint middle = first + (last - first) / 2;

      if (part->labels[middle] < position)
        first = middle + 1;
      else
        last = middle;
    }
    counts[i] = first;
  }
  return counts[1] - counts[0];
}

static void
count_members (MpLayoutPart *part)
{
  for (guint i = 0; i < part->n_clusters; i++)
    part->clusters[i].count =
      part->clusters[i].run.count - count_labels (part, part->clusters[i].run);
}

MpLayoutPart *
mp_layout_find_part (MpLayout *layout, double begin, double end, MpMeasure measure)
{
  MpLayoutPart *part = g_new0 (MpLayoutPart, 1);
  double reach = mp_clusters_reach (layout);
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (MpCluster));

  mp_labels_find (layout->labels, layout->per_day, begin - reach, end + reach, measure, labels);
  for (guint i = 0; i < labels->len; i++)
    g_array_index (labels, guint32, i) =
      mp_layout_position_of_rank (layout, g_array_index (labels, guint32, i));
  g_array_sort (labels, compare_positions);
  mp_clusters_find (layout, begin, end, clusters);
  part->n_labels = labels->len;
  part->labels = (guint32 *) (gpointer) g_array_free (labels, FALSE);
  part->n_clusters = clusters->len;
  part->clusters = (MpCluster *) (gpointer) g_array_free (clusters, FALSE);
  count_members (part);
  return part;
}

void
mp_layout_part_add_label (MpLayoutPart *part, guint position)
{
  guint at = part->n_labels;

  if (count_labels (part, (MpRun) { position, 1 }) > 0)
    return;
  part->labels = g_realloc_n (part->labels, part->n_labels + 1, sizeof *part->labels);
  for (; at > 0 && part->labels[at - 1] > position; at--)
    part->labels[at] = part->labels[at - 1];
  part->labels[at] = position;
  part->n_labels++;
  count_members (part);
}

void
mp_layout_part_free (MpLayoutPart *part)
{
  if (part == NULL)
    return;
  g_free (part->labels);
  g_free (part->clusters);
  g_free (part);
}

gboolean
mp_layout_next_member (const MpLayout *layout, const MpLayoutPart *part, const MpCluster *cluster,
                       guint *at, guint32 *milestone)
{
  for (; *at < cluster->run.count; (*at)++) {
    guint position = cluster->run.first + *at;

    if (count_labels (part, (MpRun) { position, 1 }) > 0)
      continue;
    (*at)++;
    *milestone = mp_layout_milestone_at (layout, position);
    return TRUE;
  }
  return FALSE;
}
