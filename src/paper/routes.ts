import type { APIRoute } from 'astro';
import type { PageKind } from './kinds/page-kind.ts';
import type { OpenPage } from './open-page.ts';

/** The part of `Astro`, or of an endpoint's context, that tells a route which page to make. */
interface RouteInput<Subject> {
  /** From `getPaths`, in the authoring server. A route without parameters has none, as its only subject is undefined. */
  readonly props: { readonly subject?: Subject };
  /** From the press, which passes on what it has built by the same kind. */
  readonly locals: { readonly page?: OpenPage };
}

/** Lists the pages of a kind for Astro. Only the authoring server asks. */
export async function getPaths<Subject>(kind: PageKind<Subject, object>) {
  return (await import('./authoring.ts')).listPaths(kind);
}

/** Opens a page for its route. */
export async function openPage<Subject, Content extends object>(
  kind: PageKind<Subject, Content>,
  { props, locals }: RouteInput<Subject>,
): Promise<OpenPage<Content>> {
  const handed = locals.page as OpenPage<Content> | undefined;
  return handed ?? (await import('./authoring.ts')).openAuthored(kind, props.subject as Subject);
}

/**
 * Creates the route of a kind of file.
 *
 * @param render makes the file of what its page kind builds
 * @param contentType for the authoring server; hosts go by `hosts/file-rules.ts`
 */
export function createFileRoute<Subject, Content extends object>(
  kind: PageKind<Subject, Content>,
  render: (content: Content, page: OpenPage<Content>) => BodyInit | Promise<BodyInit>,
  contentType?: string,
): { getStaticPaths(): ReturnType<typeof getPaths<Subject>>; readonly GET: APIRoute<{ subject: Subject }> } {
  return {
    getStaticPaths: () => getPaths(kind),
    GET: async (input) => {
      const page = await openPage(kind, input);
      const body = await render(page.content, page);
      return new Response(body, contentType === undefined ? {} : { headers: { 'Content-Type': contentType } });
    },
  };
}
