import { hash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { compareText, toIssue, type Issue } from '../core/issue.ts';
import { partFiles } from '../core/face.ts';
import { getNearest } from '../core/spelling.ts';
import { checkProps } from './changed-props.ts';

const folders = { components: 'theme/components', pages: 'theme/pages' } as const;

/**
 * The parts and pages that a newsroom has written, by file with the hash of each; the files that are neither, and old
 * names of props in parts.
 */
export function readParts(contentDir: string): {
  readonly parts: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
} {
  const components = listFolder(contentDir, folders.components);
  const unknown = components.filter((name) => !partFiles.includes(name));
  const known = components.filter((name) => partFiles.includes(name)).map((name) => `${folders.components}/${name}`);
  const pages = listFolder(contentDir, folders.pages).filter((name) => name.endsWith('.astro'));
  const lost = pages.filter((name) => !existsSync(path.join(contentDir, 'pages', name.replace(/\.astro$/u, '.md'))));
  const files = [...known, ...pages.map((name) => `${folders.pages}/${name}`)].map(
    (file) => [file, readFileSync(path.join(contentDir, file), 'utf8')] as const,
  );
  return {
    parts: Object.fromEntries(files.map(([file, code]) => [file, hash('sha256', code, 'base64url')])),
    issues: [
      ...unknown.map(explainUnknown),
      ...lost.map(explainLost),
      ...files.flatMap(([file, code]) => checkProps(file, code)),
    ],
  };
}

function listFolder(contentDir: string, folder: string): readonly string[] {
  const place = path.join(contentDir, folder);
  return existsSync(place) ? readdirSync(place).sort(compareText) : [];
}

function explainUnknown(name: string): Issue {
  const stems = new Map(partFiles.map((file) => [path.parse(file).name, file]));
  const nearest = stems.get(getNearest(path.parse(name).name, stems.keys()) ?? '');
  return toIssue({
    code: 'unknown-part',
    message: `\`${name}\` is not a part that can be replaced.`,
    hint: nearest === undefined ? `Parts: ${partFiles.join(', ')}.` : `Did you mean \`${nearest}\`?`,
    file: `${folders.components}/${name}`,
    line: 1,
    column: 1,
  });
}

function explainLost(name: string): Issue {
  const text = name.replace(/\.astro$/u, '.md');
  return toIssue({
    code: 'unknown-part',
    message: `The page pages/${text}, which this component would show, does not exist.`,
    hint: `Write pages/${text} with a title, a summary and a text: links, sitemaps and search know the page by it.`,
    file: `${folders.pages}/${name}`,
    line: 1,
    column: 1,
  });
}
