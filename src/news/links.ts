import { toIssue, type Issue } from '../core/issue.ts';

/** A link of a text to a page of the site. */
export interface SiteLink {
  /** A site path, perhaps with a query and an anchor. */
  readonly url: string;
  /** The file that holds the link. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Whether readers can see the text now. */
  readonly isPublic: boolean;
}

/** The targets that links may lead to. */
export interface LinkTargets {
  /** Returns whether readers find something at a site path now. */
  isPublic(path: string): boolean;
  /** Returns whether they would if everything written were published. */
  isWritten(path: string): boolean;
  /** Returns the anchors on a page. Undefined if they are not known. */
  getAnchors(path: string): readonly string[] | undefined;
  /** Suggests a correction for an address that does not exist. */
  suggest(path: string): string;
  /** Suggests a correction for an anchor that the page does not have. */
  suggestAnchor(id: string, anchors: readonly string[], path: string): string;
}

/**
 * Checks the links between pages of the site. A link to nothing is an error. A link to something readers cannot see
 * yet, or can no longer see, is only a warning: time alone can cause it, and time must not stop a build.
 */
export function checkLinks(links: readonly SiteLink[], targets: LinkTargets): readonly Issue[] {
  return links.flatMap((link) => checkLink(link, targets));
}

function checkLink({ url, isPublic, ...at }: SiteLink, targets: LinkTargets): Issue[] {
  const { path, anchor } = toTarget(url);
  if (!targets.isPublic(path)) {
    if (!targets.isWritten(path)) {
      const message = `The link goes to \`${path.slice(0, 120)}\`, which does not exist on this site.`;
      return [toIssue({ ...at, code: 'dead-link', message, hint: targets.suggest(path) })];
    }
    if (!isPublic) return [];
    const message = `The link goes to \`${path}\`, which readers cannot see now.`;
    const hint = 'It is a draft, under embargo or expired. Link to something else, or publish it.';
    return [toIssue({ ...at, code: 'link-to-hidden', message, hint })];
  }
  const anchors = anchor === '' ? undefined : targets.getAnchors(path);
  if (!anchors || anchors.includes(anchor)) return [];
  const message = `Nothing on the page \`${path}\` has the address \`#${anchor.slice(0, 120)}\`.`;
  return [toIssue({ ...at, code: 'dead-anchor', message, hint: targets.suggestAnchor(anchor, anchors, path) })];
}

/**
 * Splits a link the way browsers do.
 *
 * @example toTarget('/2024/11/flood/?from=a#s-water') // { path: '/2024/11/flood/', anchor: 's-water' }
 */
export function toTarget(url: string): { readonly path: string; readonly anchor: string } {
  const [address = '', anchor = ''] = url.split(/#(.*)/su);
  return { path: decodeURI(address.replace(/\?.*$/su, '')).normalize('NFC'), anchor: decodeURI(anchor) };
}
