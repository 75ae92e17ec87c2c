import type { DateFormat } from '../core/dates.ts';
import type { Site } from '../core/settings.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { Edition } from '../news/edition.ts';
import type { Addresses } from '../news/urls.ts';

/** The context of every view: the same for all pages of a build. */
export interface Context {
  readonly site: Site;
  readonly edition: Edition;
  readonly addresses: Addresses;
  readonly words: Dictionary;
  readonly dates: DateFormat;
  /** Errors in newer texts, in the authoring server. This edition is from before them. */
  readonly problems?: readonly Problem[];
}

/** An error in a text, for its editor. */
export interface Problem {
  /** `content/topics.yaml:3:5` */
  readonly place: string;
  readonly message: string;
  readonly hint: string;
}

/** A link with its words. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

/** A link with the number of its stories. */
export interface CountedLink extends Link {
  /** `12 stories` */
  readonly count: string;
}

/** A date for readers and for machines. */
export interface DateView {
  readonly text: string;
  /** Value of `datetime`. */
  readonly machine: string;
}
