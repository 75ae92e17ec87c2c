/** The part of Pagefind's browser API that the search page uses (https://pagefind.app/docs/api-reference/). */
export interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
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
  readonly results: readonly { readonly data: () => Promise<PagefindResult> }[];
  /** Stories by value of each filter, among the results. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface PagefindResult {
  readonly url: string;
  /** HTML with `<mark>`. */
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
