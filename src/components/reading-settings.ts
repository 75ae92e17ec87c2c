import { toScriptJson } from '../core/escape.ts';
import { Markup, markup } from '../core/markup.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { ReadingSettingsWords } from '../reader/reading-settings.ts';

/**
 * Renders the words of the reading settings. The form is made of them in the browser, where alone it works: that saves
 * more than a kilobyte on every page.
 */
export function renderReadingSettings({ readingSettings, settings, resetSettings, close }: Dictionary): Markup {
  const words: ReadingSettingsWords = { title: readingSettings, settings, reset: resetSettings, close };
  return markup`<reading-settings class="settings label" id="reading-settings" role="dialog" aria-labelledby="reading-settings-title" popover><script type="application/json">${new Markup(toScriptJson(words))}</script></reading-settings>`;
}
