import { toIssue, type Issue } from '../core/issue.ts';

/** A prop of a part that has another name since a version, or is not handed over any more. */
export interface ChangedProp {
  /** The file of the part: `Masthead.astro`; `pages` for all pages of the newsroom. */
  readonly part: string;
  /** Its old name: `edition`, or `view.home` for a field of a prop. */
  readonly from: string;
  /** Its new name, in the same form. Undefined if it is gone. */
  readonly to?: string;
  readonly since: string;
}

/**
 * Every changed prop. A prop whose meaning changes gets a new name, so that parts that expect the old meaning are
 * found. One leaves this list with the next major version.
 */
export const changedProps: readonly ChangedProp[] = [];

/**
 * Warns of each place where a part of a newsroom reads a prop by its old name. Comments and words of the page are not
 * places: only `props.edition` and `const { edition } = Astro.props` are.
 *
 * @param file path in the content folder
 */
export function checkProps(
  file: string,
  code: string,
  changed: readonly ChangedProp[] = changedProps,
): readonly Issue[] {
  return changed
    .filter(({ part }) => file.endsWith(`/${part}`) || file.startsWith(`theme/${part}/`))
    .flatMap((prop) => [...code.matchAll(toPattern(prop.from))].map((use) => explainUse(prop, file, code, use)));
}

/** Matches from where a prop's owner or its destructuring begins to the end of the prop's name. */
function toPattern(from: string): RegExp {
  const [name, ...owners] = from.split('.').reverse();
  const owner = owners.length === 0 ? 'props' : owners.reverse().join('\\??\\.');
  const isMember = `\\b${owner}\\??\\.${name}\\b`;
  const isDestructured = `\\b${name}\\b(?=[^{}]*\\}[^={}]*=\\s*(?:[\\w.]+\\.)?${owner}\\b(?!\\??\\.))`;
  return new RegExp(`${isMember}|(?<!\\.|:\\s*)${isDestructured}`, 'gu');
}

function explainUse({ from, to, since }: ChangedProp, file: string, code: string, use: RegExpExecArray): Issue {
  const name = from.split('.').at(-1) ?? from;
  const before = code.slice(0, use.index + use[0].length - name.length).split('\n');
  return toIssue({
    code: 'changed-prop',
    message:
      to === undefined
        ? `Parts are not handed \`${from}\` any more since version ${since}.`
        : `The prop \`${from}\` is called \`${to}\` since version ${since}, and has no value under its old name.`,
    hint: `${to === undefined ? 'Do without it' : `Write \`${to}\``}; gazetteer/components/parts.ts says what a part is handed.`,
    file,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  });
}
