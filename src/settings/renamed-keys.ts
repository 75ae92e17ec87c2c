import { toIssue, type Issue } from '../core/issue.ts';

/** A key of `site.yaml` that has another name since a version. Its old name works until the next major version. */
export interface RenamedKey {
  readonly from: string;
  readonly to: string;
  readonly since: string;
}

/** Every renamed key. One leaves this list with the major version that ends it. */
export const renamedKeys: readonly RenamedKey[] = [];

/**
 * Writes the new names of keys into the text of `site.yaml`, and warns of each old one. A key that has both names is
 * left to the editor: which value counts is not known.
 *
 * @example renameKeys('tagline: Near', 'site.yaml', [{ from: 'tagline', to: 'motto', since: '0.2.0' }]).text // 'motto: Near'
 */
export function renameKeys(
  text: string,
  file: string,
  renamed: readonly RenamedKey[] = renamedKeys,
): { readonly text: string; readonly issues: readonly Issue[] } {
  return renamed.reduce(
    (done, { from, to, since }) => {
      const line = new RegExp(`^${from}(?=[ \\t]*:)(.*)`, 'mu').exec(done.text);
      if (!line || new RegExp(`^${to}[ \\t]*:`, 'mu').test(done.text)) return done;
      const message = `The key \`${from}\` is called \`${to}\` since version ${since}. Its old name works until the next major version.`;
      const hint = `Write \`${to}${line[1]}\`, or run \`npx gazetteer upgrade\`.`;
      const issue = toIssue({ code: 'renamed-key', message, hint, file, field: [from] });
      return { text: done.text.replace(line[0], `${to}${line[1]}`), issues: [...done.issues, issue] };
    },
    { text, issues: [] as readonly Issue[] },
  );
}
