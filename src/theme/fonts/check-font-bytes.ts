import { fontRoles, mostFontBytes, ownFontBytes, type FontFaces } from '../../core/font-faces.ts';
import { toIssue, type Issue } from '../../core/issue.ts';

/** Checks that the faces of a page are small. Readers load ours for those that a newsroom does not name. */
export function checkFontBytes(fonts: FontFaces): readonly Issue[] {
  // The text face is slanted for emphasis.
  const isSlanted = fonts.text !== undefined && fonts.italic === undefined;
  const loaded = fontRoles
    .filter((role) => !(isSlanted && role === 'italic'))
    .map((role) => ({ role, sizeBytes: fonts[role]?.sizeBytes ?? ownFontBytes[role] }));
  const sum = loaded.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
  const [largest] = loaded.filter(({ role }) => fonts[role]).sort((a, b) => b.sizeBytes - a.sizeBytes);
  if (sum <= mostFontBytes || !largest) return [];
  const list = loaded.map(({ role, sizeBytes }) => `${role} ${sizeBytes}`).join(', ');
  return [
    toIssue({
      code: 'heavy-fonts',
      message: `The faces of a page have ${sum} bytes (${list}); the limit is ${mostFontBytes}.`,
      hint: 'Name a font with simpler letters. Without `italic`, a text face from a file is slanted for emphasis.',
      file: 'site.yaml',
      field: ['fonts', largest.role],
    }),
  ];
}
