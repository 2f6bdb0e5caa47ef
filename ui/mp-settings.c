/* mp-settings.c: the settings of the program, and the size of its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-settings.h"

GSettings *
mp_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  /* g_settings_new () aborts if the schema is not installed. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, MP_APPLICATION_ID, TRUE);
  if (schema == NULL)
    g_debug ("there is no schema %s: settings are not kept", MP_APPLICATION_ID);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

void
mp_settings_restore_window (GSettings *settings, GtkWindow *window)
{
  int width = g_settings_get_int (settings, "window-width");
  int height = g_settings_get_int (settings, "window-height");

  if (width > 0 && height > 0)
    gtk_window_set_default_size (window, width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
}

void
mp_settings_keep_window (GSettings *settings, GtkWindow *window)
{
  int width, height;

  /* While the window is maximized, this is the size that it will be restored to. */
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  g_debug ("kept the size of the window: %d × %d", width, height);
}
