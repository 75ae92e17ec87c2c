import type { Article } from './article.ts';
import type { Author } from './author.ts';
import type { Picture } from './picture.ts';
import type { PlacesConfig } from './region.ts';
import type { Storyline } from './storyline.ts';
import type { Topic } from './topic.ts';

/** The front page's lead and second stories, as chosen by an editor. */
export interface FrontChoice {
  /** Article id of the lead. */
  readonly lead?: string | undefined;
  /** Article ids beside the lead. */
  readonly seconds: readonly string[];
}

/** A standing page, such as `about`: its text is rendered like a story's. */
export interface StandingPage {
  readonly id: string;
  readonly file: string;
  /** Fingerprint of its text. It changes whenever the text does. */
  readonly textHash: string;
  readonly title: string;
  readonly summary: string;
  /** Old addresses that lead here, as site paths with both slashes. */
  readonly aliases?: readonly string[] | undefined;
}

/** Everything a newsroom wrote, checked, including drafts and embargoed stories but not the texts themselves. */
export interface Newsroom {
  readonly articles: readonly Article[];
  readonly storylines: readonly Storyline[];
  readonly topics: readonly Topic[];
  readonly authors: readonly Author[];
  readonly pages: readonly StandingPage[];
  readonly places: PlacesConfig;
  readonly front: FrontChoice;
  /** All pictures beside stories. */
  readonly pictures: readonly Picture[];
}

/** A newsroom that has written nothing yet. */
export const emptyNewsroom: Newsroom = {
  articles: [],
  storylines: [],
  topics: [],
  authors: [],
  pages: [],
  places: { names: {}, groups: {}, beyond: {}, aliases: {} },
  front: { seconds: [] },
  pictures: [],
};
