import type { PublishedSite } from '../published-site.ts';
import type { ServerSite } from '../server-site.ts';

/** A file that a host needs in the newsroom's folder. */
export interface HostFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** All that a newsroom needs for a host, and needs to know about it. */
export interface HostPlan {
  readonly files: readonly HostFile[];
  /** Steps to be done by hand, in order: sentences. */
  readonly steps: readonly string[];
  /** Limits of the host: sentences. */
  readonly limits: readonly string[];
}

/** Choices of an operator with a server. */
export interface HostOptions extends Partial<Pick<ServerSite, 'root' | 'certificate' | 'ports'>> {
  /** Set if a server in front of this one does the encryption. */
  readonly isProxied?: boolean;
  /** How many machines of GitHub build a part of the site each. */
  readonly shards?: number;
}

/** Makes the plan of one host. */
export type PlanHost = (site: PublishedSite, options: HostOptions) => HostPlan;

/** The limit of hosts that know nothing of our headers. */
export const noHeaders =
  'It sends no headers of ours. The content policy is in every page all the same, but other sites can frame the pages, and caches keep files for as long as the host says.';

/** The limit of hosts without redirects. */
export const pagesRedirect = 'It has no redirects: the pages at old addresses redirect readers themselves.';
