import { toIssue, type Issue } from '../../core/issue.ts';
import type { BodyText } from './body-cost.ts';

/** Characters that no text needs. Direction marks and isolates belong in Arabic and Hebrew texts; overrides do not. */
const rules = [
  {
    code: 'forbidden-character',
    // oxlint-disable-next-line no-control-regex
    pattern: /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202d\u202e\ufffe\uffff]/gu,
    hint: 'Delete it: it breaks feeds or reverses the text around it. If you cannot see it, retype the words around it.',
  },
  {
    code: 'odd-character',
    pattern: /[\x80-\x9f\ufeff\ufffd\u2028\u2029\ufff9-\ufffb]/gu,
    hint: 'Retype the words around it. It comes from a wrong encoding, and readers see a box or nothing.',
  },
] as const;

/** Finds characters that must not or should not be in a text. Reports each kind once, where it first appears. */
export function checkCharacters({ file, body, bodyLine }: BodyText): readonly Issue[] {
  return rules.flatMap(({ code, pattern, hint }) => {
    const found = body.match(pattern) ?? [];
    const [first] = found;
    if (first === undefined) return [];
    const before = body.slice(0, body.indexOf(first)).split('\n');
    const name = `U+${first.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    const times = found.length === 1 ? '' : ` (${found.length} such characters in all)`;
    const message = `The text contains the character ${name}${times}.`;
    const [line, column] = [bodyLine + before.length - 1, (before.at(-1)?.length ?? 0) + 1];
    return [toIssue({ code, message, hint, file, line, column })];
  });
}
