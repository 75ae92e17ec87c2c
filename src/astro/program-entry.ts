import { createApp } from 'astro/app/entrypoint';
import type { OpenPage } from '../paper/open-page.ts';

export { addFacts } from '../atlas/facts.ts';

/** A page or file to be rendered. */
export interface RenderRequest {
  /** The route's file below `src/pages`. */
  readonly route: string;
  /** The page's address. */
  readonly url: string;
  readonly page: OpenPage;
}

const app = createApp({ streaming: false });
/**
 * The routes, as if each had a single address. Otherwise Astro would look for the parameters and props of every page
 * among static paths, and a compiled program has no static paths.
 */
const routes = new Map(
  app.manifest.routes.map(({ routeData }) => [routeData.component, { ...routeData, pathname: '/', params: [] }]),
);

// Without this, a visitor would be shown a page about an internal error.
app.renderError = async (request, { error, status }) => {
  throw error ?? new Error(`${request.url} was answered with status ${status}.`);
};

/**
 * Renders a page or file of the compiled program.
 *
 * @throws the error of a component
 */
export async function render({ route, url, page }: RenderRequest): Promise<Response> {
  const routeData = routes.get(`src/pages/${route}`);
  if (!routeData) throw new Error(`The compiled program has no route src/pages/${route}.`);
  return app.render(new Request(url), { routeData, locals: { page } });
}
