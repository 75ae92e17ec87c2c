/** The words of the reading settings, which every page holds. */
export interface ReadingSettingsWords {
  readonly title: string;
  /** The title of each setting, and the words of its choices. */
  readonly settings: Readonly<Record<string, { readonly title: string; readonly [choice: string]: string }>>;
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

/** Lists the settings that readers can choose. */
export function listReadingSettings({ settings }: Pick<ReadingSettingsWords, 'settings'>): readonly ReadingSetting[] {
  return Object.entries(settings).map(([name, { title, ...choices }]) => ({
    name,
    title,
    choices: Object.entries(choices).map(([choice, text]) => ({
      value: choice === 'usual' ? '' : `${name}-${choice}`,
      text,
    })),
  }));
}
