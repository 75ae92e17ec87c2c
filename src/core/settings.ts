import type { Face } from './face.ts';
import type { Issue } from './issue.ts';
import type { SiteChoices } from './site-choices.ts';

/** The settings of a site: the newsroom's identity and what its site offers. */
export interface Site {
  readonly name: string;
  readonly motto: string;
  /** The description for search engines and feed readers. */
  readonly description: string;
  /** The address it is published at, with its base path and a final slash. */
  readonly url: string;
  /** BCP 47 tag: the language of the interface, and of stories that name none. */
  readonly language: string;
  /** BCP 47 tag of the same language: how dates, numbers and lists are written. */
  readonly locale: string;
  /** IANA time zone. It decides on which day and in which month a story falls. */
  readonly timeZone: string;
  /**
   * The contact for reporting security vulnerabilities, a `mailto:`, `https:` or `tel:` address; empty if there is
   * none.
   */
  readonly securityContact: string;
  /** Stories on one page of a listing. */
  readonly pageSize: number;
  /** Stories in one feed. */
  readonly feedSize: number;
  /** The place of a dateline: where a story was filed, or where the event took place. */
  readonly datelines: 'filed' | 'event';
  /** Stories in one part of the search index: bounds the memory of a build and what a reader's first search loads. */
  readonly partSize: number;
  /** Whether every story, and the site itself, has a social card: the picture shown where it is shared. */
  readonly hasCards: boolean;
  /** Whether readers can reopen pages they have read when they have no network. */
  readonly hasOffline: boolean;
  /**
   * Whether the site is a preview for its editors: drafts, embargoed and expired stories are shown, each with a mark,
   * and no page is open to search engines.
   */
  readonly isPreview?: boolean;
  /** The choices of the newsroom about its menus, its front page and its words. */
  readonly choices: SiteChoices;
  /** Its colours, logo, icon and fonts. */
  readonly face: Face;
}

/** A site with its folders on this machine: absolute paths. */
export interface LocalSite extends Site {
  /** The newsroom's texts. */
  readonly contentDir: string;
  /** Everything that one build stores for the next, drafts included. */
  readonly cacheDir: string;
  /** The folder that the site is built into. */
  readonly outDir: string;
  /**
   * Whether every text file of the site also has compressed copies (`.br`, `.gz`), for those who run their own server.
   */
  readonly hasPackedFiles: boolean;
  readonly isPreview: boolean;
}

/** How this machine builds and serves. None of it affects the content of the site. */
interface Machine {
  /** Worker threads besides the build's own thread. */
  readonly threads: number;
  /** The port of the built site's server. 0 picks any free port. */
  readonly port: number;
}

/** All settings of a command. Wrong values are replaced by their defaults. */
export interface Settings {
  readonly site: LocalSite;
  readonly machine: Machine;
  /**
   * Everything wrong with the settings, sorted. Issues in `site.yaml` have a line and column; those in a variable have
   * its name as the field and no file.
   */
  readonly issues: readonly Issue[];
}
