import type { Dictionary } from '../i18n/dictionary.ts';

/** A setting with its choices. The default has no word. */
export interface SettingView {
  readonly name: string;
  readonly title: string;
  /** `value` is its word in `<html data-reader>`. `styles/tokens.css` defines its effect. */
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

/** Returns the settings that readers can choose. */
export function buildReadingSettings({ settings }: Dictionary): readonly SettingView[] {
  return Object.entries(settings).map(([name, { title, ...choices }]) => ({
    name,
    title,
    choices: Object.entries(choices).map(([choice, text]) => ({
      value: choice === 'usual' ? '' : `${name}-${choice}`,
      text,
    })),
  }));
}
