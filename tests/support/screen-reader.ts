import type { virtual } from '@guidepup/virtual-screen-reader';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    virtualScreenReader: typeof virtual;
  }
}

const source = 'node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js';
/** Ten times the phrases of a long story, to stop a reader that goes round in circles. */
const maxPhrases = 5_000;

/** Reads a page's main part aloud from start to end, phrase by phrase, as a screen reader's user hears it. */
export async function readAloud(page: Page): Promise<readonly string[]> {
  await page.route('**/virtual-screen-reader.js', (route) => route.fulfill({ path: source }));
  await page.addScriptTag({
    type: 'module',
    content: "import { virtual } from '/virtual-screen-reader.js'; window.virtualScreenReader = virtual;",
  });
  await page.waitForFunction(() => 'virtualScreenReader' in window);
  return page.evaluate(async (most) => {
    const reader = window.virtualScreenReader;
    const main = document.querySelector('main');
    if (!main) throw new Error('The page has no main part.');
    await reader.start({ container: main });
    for (let count = 0; count < most; count += 1) {
      await reader.next();
      if ((await reader.lastSpokenPhrase()) === 'end of main') return reader.spokenPhraseLog();
    }
    throw new Error(`The page does not end after ${most} phrases.`);
  }, maxPhrases);
}
