import type { Settings } from '../core/settings.ts';

/**
 * Astro's configuration and its pages share no variables with the command that runs them, but run in the same process.
 */
const slot = Symbol.for('gazetteer.settings');

/** Leaves the settings of a command for the Astro that it runs. */
export function shareSettings(settings: Settings): void {
  Reflect.set(globalThis, slot, settings);
}

/**
 * Returns the settings that a command shared, or reads them if Astro runs by itself. The program that reads them is
 * loaded only then.
 */
export async function getSettings(): Promise<Settings> {
  const shared = Reflect.get(globalThis, slot) as Settings | undefined;
  return shared ?? (await import('./settings.ts')).readSettings();
}
