/** The settings that readers can choose, with their choices in the order of the panel. `usual` is the default. */
export const readingSettings = {
  size: ['small', 'usual', 'large', 'larger', 'largest'],
  spacing: ['close', 'usual', 'open'],
  width: ['short', 'usual', 'long'],
  theme: ['usual', 'light', 'dark', 'sepia', 'contrast'],
} as const;

/** The words of the reading settings. They are on every page, so they are no longer than they must be. */
export interface ReadingSettingsWords {
  readonly title: string;
  /** The title of each setting, followed by the words of its choices. */
  readonly settings: readonly (readonly string[])[];
  readonly reset: string;
  readonly close: string;
}

/** A setting with its choices. The default has no value. */
interface ReadingSetting {
  readonly name: string;
  readonly title: string;
  /** `value` is its word in `<html data-reader>`. `styles/tokens.css` defines its effect. */
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

/** Lists the settings with their words. */
export function listReadingSettings({ settings }: Pick<ReadingSettingsWords, 'settings'>): readonly ReadingSetting[] {
  return Object.entries(readingSettings).map(([name, choices], index) => {
    const [title = '', ...texts] = settings[index] ?? [];
    const toValue = (choice: string) => (choice === 'usual' ? '' : `${name}-${choice}`);
    return { name, title, choices: choices.map((choice, at) => ({ value: toValue(choice), text: texts[at] ?? '' })) };
  });
}
