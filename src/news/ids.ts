import { toIssue, type FieldPath, type Issue } from '../core/issue.ts';
import { explainSystemName, isPageNumber, nameRule, toName } from './names.ts';
import type { Newsroom } from './newsroom.ts';

/** Checks the ids of topics, authors and the newsroom's own places, which become parts of addresses. */
export function checkIds({ topics, authors, places }: Pick<Newsroom, 'topics' | 'authors' | 'places'>): Issue[] {
  const named: readonly { id: string; file: string; field: FieldPath }[] = [
    ...topics.map(({ id }) => ({ id, file: 'topics.yaml', field: [id] })),
    ...authors.map(({ id }) => ({ id, file: 'authors.yaml', field: [id] })),
    ...(['groups', 'beyond', 'aliases'] as const).flatMap((key) =>
      Object.keys(places[key] ?? {}).map((id) => ({ id, file: 'places.yaml', field: [key, id] })),
    ),
  ];
  return named.flatMap(({ id, file, field }) => {
    if (id === '' || id !== toName(id)) {
      const message = `\`${id}\` cannot be part of an address: ${nameRule}.`;
      const hint = `Write \`${toName(id) || 'a-few-words'}\`.`;
      return [toIssue({ code: 'invalid-slug', message, hint, file, field })];
    }
    const reserved = explainReserved(id, file);
    if (reserved === undefined) return [];
    const hint = /^\d+$/u.test(id) ? 'Choose an id with letters.' : 'Choose another id.';
    return [toIssue({ code: 'reserved-name', message: `\`${id}\` ${reserved}.`, hint, file, field })];
  });
}

function explainReserved(id: string, file: string): string | undefined {
  if (isPageNumber(id)) return 'would have the address of a page number';
  if (file === 'places.yaml' && /^\d{4}$/u.test(id)) return 'would have the address of a year';
  const system = explainSystemName(id);
  return system && `cannot be part of an address: ${system}`;
}
