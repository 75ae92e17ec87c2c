import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Face } from '../core/face.ts';
import { programDir } from '../disk/program-dir.ts';

/** The module that lists the replaced parts. */
const partsModule = path.join(programDir, 'src/components/parts.ts');

/** Addresses by which parts of a newsroom import ours. */
const ours = /^gazetteer\/(?<room>components|views|core)\//u;

/** The mark that ties the styles of a component to its elements. Astro makes it from the component's path. */
const scope = /\bastro-cid-[a-z\d]+/gu;

/**
 * A Vite plug-in through which a newsroom's parts take the place of ours. It is the only place that knows of both.
 * Parts may lie far from our packages, so what they import is looked for beside ours.
 */
export function replaceParts(contentDir: string, { parts = {} }: Pick<Face, 'parts'>) {
  const themeDir = path.join(contentDir, 'theme');
  return {
    name: 'gazetteer:replace-parts',
    enforce: 'pre' as const,
    resolveId(this: PluginContext, id: string, importer?: string) {
      if (!importer?.startsWith(themeDir + path.sep)) return undefined;
      if (isOwnStyle(id)) return `/@fs${id}`;
      if (ours.test(id)) return findOurs(path.join(programDir, 'src', id.slice('gazetteer/'.length)));
      return /^@?[a-z]/u.test(id) ? this.resolve(id, partsModule, { skipSelf: true }) : undefined;
    },
    transform(code: string, id: string) {
      const [file = ''] = id.replace(/^\/@fs(?=\/)/u, '').split('?');
      if (!file.startsWith(themeDir + path.sep)) return undefined;
      return { code: code.replaceAll(scope, nameScope(path.relative(contentDir, file))), map: null };
    },
    load(id: string) {
      return id === partsModule && Object.keys(parts).length > 0
        ? renderModule(contentDir, Object.keys(parts))
        : undefined;
    },
  };
}

/**
 * Astro takes an absolute path for one below the root if the two have no folder in common (7.3.5,
 * `dist/vite-plugin-utils/index.js`), and then cannot find the styles of a component.
 */
function isOwnStyle(id: string): boolean {
  return id.startsWith('/') && id.includes('.astro?astro&type=style');
}

/** Astro's name would differ from one machine to another, because the paths of parts are absolute. */
function nameScope(part: string): string {
  return `astro-cid-${hash('sha256', part).slice(0, 8)}`;
}

/** Finds a module of ours, which is JavaScript in a package. */
function findOurs(file: string): string {
  return existsSync(file) ? file : file.replace(/\.ts$/u, '.js');
}

/** Renders the module that lists a newsroom's parts and pages. */
function renderModule(contentDir: string, files: readonly string[]): string {
  const imports = files.map(
    (file, index) => `import part${index} from ${JSON.stringify(path.join(contentDir, file))};`,
  );
  const list = (folder: string) =>
    files
      .map((file, index) => ({ file, index }))
      .filter(({ file }) => file.startsWith(folder))
      .map(({ file, index }) => `${JSON.stringify(path.parse(file).name)}: part${index}`)
      .join(', ');
  return [
    ...imports,
    `export const parts = { ${list('theme/components/')} };`,
    `export const ownPages = { ${list('theme/pages/')} };`,
  ].join('\n');
}

/** The part of the bundler's context that is used here. */
interface PluginContext {
  resolve(
    id: string,
    importer: string,
    options: { readonly skipSelf: boolean },
  ): Promise<{ readonly id: string } | null>;
}
