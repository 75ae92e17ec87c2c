/** A part of the site that menus lead to, or another site, with its words if they are not the usual ones. */
export interface ChosenLink {
  /** `regions`, `topics/economy`, `pages/about`, `topics/*` for all of a kind, or a web address. */
  readonly to: string;
  readonly text?: string | undefined;
}

/** The sections of the front page below its lead. The first three stand beside the lead. */
export const frontSections = ['seconds', 'storylines', 'latest', 'regions', 'topics', 'corrections', 'months'] as const;

/** The name of a section of the front page. */
export type FrontSection = (typeof frontSections)[number];

/** The ways in which RSL says that texts may be used. */
export const textUses = ['search', 'ai-input', 'ai-index', 'ai-train'] as const;

/** The order of search results that a reader has not chosen. */
export const searchOrders = ['relevance', 'newest', 'oldest'] as const;

/** Who publishes the paper, as far as a newsroom says it. */
interface PublisherChoice {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  /** The postal address, in one line. */
  readonly post?: string;
  /** The year in which it was founded. */
  readonly founded?: number;
}

/** The licence of texts. */
export interface LicenceChoice {
  readonly name: string;
  /** The address of its text. */
  readonly address: string;
  /** The uses of texts that machines may not make. */
  readonly refuses?: readonly (typeof textUses)[number][];
}

/** The choices of a newsroom for its site in `site.yaml`. Without a key, the site has what the program has always had. */
export interface SiteChoices {
  readonly navigation?: readonly ChosenLink[];
  readonly footer?: readonly { readonly title?: string; readonly links: readonly ChosenLink[] }[];
  /** The newsroom's profiles on other sites. */
  readonly profiles?: readonly { readonly name: string; readonly address: string }[];
  /** The account in the Fediverse: `@paper@mastodon.example`. */
  readonly fediverse?: string;
  readonly licence?: LicenceChoice;
  readonly publisher?: PublisherChoice;
  readonly imprint?: string;
  readonly donation?: string;
  readonly front?: readonly { readonly section: FrontSection; readonly most?: number }[];
  readonly show?: Readonly<Partial<Record<'maps' | 'globes' | 'keyPoints' | 'readingTime', boolean>>>;
  /** Words of the interface by their names in the dictionary. */
  readonly words?: Readonly<Record<string, string>>;
  readonly search?: { readonly order?: (typeof searchOrders)[number] };
  readonly head?: readonly { readonly name: string; readonly content: string }[];
}
