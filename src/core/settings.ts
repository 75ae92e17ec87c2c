import type { Issue } from './issue.ts';

/** The settings of a site: who the newsroom is, and what its site offers. */
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
  /** IANA time zone: decides on which day and in which month a story lies. */
  readonly timeZone: string;
  /** The contact for reporting security vulnerabilities, a `mailto:`, `https:` or `tel:` address; empty if there is none. */
  readonly securityContact: string;
  /** Stories on one page of a listing. */
  readonly pageSize: number;
  /** Stories in one feed. */
  readonly feedSize: number;
  /** Stories in one part of the search index: bounds the memory of a build and what a reader's first search loads. */
  readonly partSize: number;
  /** Every story has a card, the picture that stands for it where it is shared, and so has the site. */
  readonly hasCards: boolean;
  /** Readers can reopen pages they have read without a network. */
  readonly hasOffline: boolean;
  /** Drafts, embargoed and expired stories are shown, each with a mark, to those who made them: no page of it is for search engines. */
  readonly isPreview?: boolean;
}

/** A site with its folders on this machine: absolute paths. */
export interface LocalSite extends Site {
  /** The newsroom's texts. */
  readonly contentDir: string;
  /** What builds remember, drafts included. */
  readonly cacheDir: string;
  /** What the site is built into. */
  readonly outDir: string;
  /** Every text of the site has a packed copy beside it (`.br`, `.gz`), for servers of one's own. */
  readonly hasPackedFiles: boolean;
  readonly isPreview: boolean;
}

/** How this machine builds and serves; nothing of it is in the site. */
interface Machine {
  /** Threads beside the build's own. */
  readonly threads: number;
  /** The port at which the built site is served; 0 takes any that is free. */
  readonly port: number;
}

/** All settings of a command: defaults stand in for wrong values. */
export interface Settings {
  readonly site: LocalSite;
  readonly machine: Machine;
  /** What is wrong with them: in `site.yaml` with line and column, in a variable with its name as the field and no file. Sorted. */
  readonly issues: readonly Issue[];
}
