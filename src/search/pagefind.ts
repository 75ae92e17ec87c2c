/** The part of Pagefind's browser API that the search page uses (https://pagefind.app/docs/api-reference/). */
export interface PagefindModule {
  /** Opens one part of the index. */
  createInstance(options: PagefindOptions): Pagefind;
}

export interface PagefindOptions {
  /** Address of the part's folder, with a slash at the end. */
  readonly basePath: string;
  readonly baseUrl: string;
  readonly excerptLength: number;
}

export interface Pagefind {
  init(): Promise<void>;
  /** Loads what the filters need; a search counts only filters that are loaded. */
  filters(): Promise<unknown>;
  search(query: string | null, options: PagefindSearchOptions): Promise<PagefindSearch>;
}

export interface PagefindSearchOptions {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort?: { readonly date: 'asc' | 'desc' };
}

export interface PagefindSearch {
  readonly results: readonly PagefindMatch[];
  /** Stories by value of each filter, among the results. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface PagefindMatch {
  readonly score: number;
  data(): Promise<PagefindResult>;
}

export interface PagefindResult {
  readonly url: string;
  /** Text in which `<mark>` stands around matches; `<` and `>` are escaped. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly PagefindSection[];
}

export interface PagefindSection {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly anchor?: { readonly id: string };
}
