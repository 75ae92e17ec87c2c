import type { Dictionary } from '../i18n/dictionary.ts';

/** A setting with its choices; the usual one has no word. */
export interface SettingView {
  readonly name: string;
  readonly title: string;
  /** `value` is the word that stands for it in `<html data-reader>`; `styles/tokens.css` says what it does. */
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

/** Returns what readers can set for themselves. */
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
