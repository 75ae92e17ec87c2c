import { toScriptJson } from '../core/escape.ts';
import { Markup, markup } from '../core/markup.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { readingSettings, type ReadingSettingsWords } from '../reader/reading-settings.ts';

/**
 * Renders the words of the reading settings. The form is made of them in the browser, where alone it works: that saves
 * more than a kilobyte on every page.
 */
export function renderReadingSettings(words: Dictionary): Markup {
  const json = new Markup(toScriptJson(toReadingSettingsWords(words)));
  return markup`<reading-settings class="settings label" id="reading-settings" role="dialog" aria-labelledby="reading-settings-title" popover><script type="application/json">${json}</script></reading-settings>`;
}

/** Returns the words of the reading settings in the order of the panel. */
export function toReadingSettingsWords({ settings, ...words }: Dictionary): ReadingSettingsWords {
  return {
    title: words.readingSettings,
    settings: Object.entries(readingSettings).map(([name, choices]) => {
      const texts: Readonly<Record<string, string>> = settings[name as keyof typeof settings];
      return ['title', ...choices].map((choice) => texts[choice] ?? '');
    }),
    reset: words.resetSettings,
    close: words.close,
  };
}
