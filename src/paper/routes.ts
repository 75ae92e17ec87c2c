import type { APIRoute } from 'astro';
import type { Body } from '../content/reading/body.ts';
import { buildPageFrame, type PageFrame } from '../views/page-frame.ts';
import { getPaper, type Paper } from './context.ts';
import { toParams, type PageKind } from './kinds/page-kind.ts';

export { isAuthoring } from './context.ts';

/** The props that Astro passes to the route of a page. */
interface RouteProps<Subject> {
  readonly subject: Subject;
}

/**
 * Returns the paths of a route for Astro: the pages of its kind that have to be written, or all of them in the
 * authoring server.
 */
export async function getPaths<Subject>({ route = '', list, toPath }: PageKind<Subject, object>) {
  const paper = await getPaper();
  return list(paper).flatMap((subject) => {
    const path = toPath(subject);
    return paper.isWanted(path) ? [{ params: toParams(route, path), props: { subject } }] : [];
  });
}

/**
 * Everything that a route receives. Nothing else of the edition is in its page, so the page's fingerprint covers
 * everything.
 */
export interface OpenPage<Content> {
  readonly content: Content;
  readonly frame: PageFrame;
  readonly words: PageFrame['words'];
  /** The text that the page shows. */
  readonly text: Body | undefined;
}

/** Opens a page for its route. */
export async function openPage<Subject, Content extends object>(
  kind: PageKind<Subject, Content>,
  { subject }: RouteProps<Subject>,
): Promise<OpenPage<Content>> {
  const paper = await getPaper();
  const reference = kind.getText?.(paper, subject);
  const text = reference && (await paper.bodies.render(reference.file));
  const frame = buildPageFrame(paper);
  return { content: kind.build(paper, subject), text, frame, words: frame.words };
}

/** Opens the only page of its kind. */
export function openSinglePage<Content extends object>(kind: PageKind<undefined, Content>): Promise<OpenPage<Content>> {
  return openPage(kind, { subject: undefined });
}

/** Returns the folder of the last build, which the authoring server searches. */
export async function getOutDir(): Promise<string> {
  return (await getPaper()).site.outDir;
}

/** The site as routes of files see it: its settings, and nothing of the edition. */
type FileSite = Pick<Paper, 'site' | 'addresses'>;

/**
 * Creates the route of a kind of file.
 *
 * @param render makes the file of what its page kind builds; it may ask for the texts of Markdown files that the content names
 * @param contentType for the authoring server; hosts go by `hosts/file-rules.ts`
 */
export function createFileRoute<Subject, Content extends object>(
  kind: PageKind<Subject, Content>,
  render: (
    content: Content,
    site: FileSite,
    readText: (file: string) => Promise<Body['tree']>,
  ) => BodyInit | Promise<BodyInit>,
  contentType?: string,
): { getStaticPaths(): ReturnType<typeof getPaths<Subject>>; readonly GET: APIRoute } {
  return {
    getStaticPaths: () => getPaths(kind),
    GET: async ({ props: { subject } }) => {
      const paper = await getPaper();
      const readText = async (file: string) => (await paper.bodies.render(file)).tree;
      const { site, addresses } = paper;
      const body = await render(kind.build(paper, subject), { site, addresses }, readText);
      return new Response(body, contentType === undefined ? {} : { headers: { 'Content-Type': contentType } });
    },
  };
}
