import type { Root } from 'hast';
import type { Body } from '../content/reading/body.ts';
import type { LocalSite } from '../core/settings.ts';
import type { PageFrame } from '../views/page-frame.ts';

/**
 * Everything that a route receives. Nothing else of the edition is in its page, so the page's fingerprint covers
 * everything.
 */
export interface OpenPage<Content extends object = object> {
  readonly content: Content;
  readonly frame: PageFrame;
  readonly words: PageFrame['words'];
  /** The text that the page shows. */
  readonly text: Body | undefined;
  readonly site: LocalSite;
  /** Reads the text of a Markdown file that the content names. */
  readText(file: string): Promise<Root>;
  /** Whether this is the authoring server, which shows pages that nobody has published. */
  readonly isAuthoring: boolean;
}
