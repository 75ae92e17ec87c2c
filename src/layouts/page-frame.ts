import { markup, type Markup } from '../core/markup.ts';
import { memoize } from '../core/memo.ts';
import type { PageFrame } from '../views/page-frame.ts';
import { renderFooter } from '../components/footer.ts';
import { renderMasthead } from '../components/masthead.ts';
import { renderReadingSettings } from '../components/reading-settings.ts';

/** The parts around the content of a page. */
interface RenderedFrame {
  /** All that stands before the masthead. */
  readonly start: Markup;
  /** Returns the masthead that marks the section with an address. */
  readonly getMasthead: (section: string) => Markup;
  readonly footer: Markup;
  readonly settings: Markup;
}

/** Renders what is the same on all pages, once per build. */
export const renderPageFrame: (frame: PageFrame) => RenderedFrame = memoize(({ masthead, words }: PageFrame) => {
  return {
    start: markup`<a class="skip-link sr-only" href="#content">${words.skipToContent}</a><offline-notice class="offline-notice label" role="status" hidden>${words.offlineNotice}</offline-notice>`,
    getMasthead: memoize((section: string) => renderMasthead(masthead, words, section)),
    footer: renderFooter(masthead, words),
    settings: renderReadingSettings(words),
  };
}, 1);
