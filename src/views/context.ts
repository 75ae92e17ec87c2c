import type { DateFormat } from '../core/dates.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { Edition } from '../news/edition.ts';
import type { Addresses } from '../news/urls.ts';

/** The settings of the site that pages use. */
export interface Site {
  readonly name: string;
  readonly motto: string;
  readonly description: string;
  /** The address it is published at, with its base path and a final slash. */
  readonly url: string;
  readonly language: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Stories on one page of a listing. */
  readonly pageSize: number;
  /** Stories in one feed. */
  readonly feedSize: number;
  /** Stories in one part of the search index. */
  readonly partSize: number;
  /** Every story has a card, and so has the site. */
  readonly hasCards: boolean;
  /** Pages that were read can be read again without a network. */
  readonly hasOffline: boolean;
  /** It shows what readers do not see: no page of it is for search engines. */
  readonly isPreview?: boolean;
  /** The contact for reporting security vulnerabilities; empty if there is none. */
  readonly securityContact: string;
}

/** The context of every view: the same for all pages of a build. */
export interface Context {
  readonly site: Site;
  readonly edition: Edition;
  readonly addresses: Addresses;
  readonly words: Dictionary;
  readonly dates: DateFormat;
  /** What is wrong with newer texts, in the authoring server: this edition is from before. */
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

/** A link with the number of stories behind it. */
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
