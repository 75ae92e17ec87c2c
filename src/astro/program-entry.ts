import { createApp } from 'astro/app/entrypoint';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/index.js';
import type { OpenPage } from '../paper/open-page.ts';

export { addFacts } from '../atlas/facts.ts';

const { manifest } = createApp();
const routes = new Map(manifest.routes.map(({ routeData }) => [routeData.component, routeData]));

/** Astro wants one. No component reads it, because a page's data include its address. */
const request = new Request('http://localhost/');

/**
 * Renders a page or file of the compiled program. These are the steps of Astro's `app.render` (7.3.5) without middleware,
 * sessions and the `Response` of a page, whose bytes would have to become a text again.
 *
 * @param route the route's file below `src/pages`
 * @throws the error of a component
 */
export async function render(route: string, page: OpenPage): Promise<string | Uint8Array> {
  const state = new FetchState(request);
  state.routeData = routes.get(`src/pages/${route}`);
  if (!state.routeData) throw new Error(`The compiled program has no route src/pages/${route}.`);
  state.locals = { page };
  const component = await state.loadComponentInstance();
  if ('GET' in component && typeof component.GET === 'function') {
    const response: unknown = await component.GET(state.getAPIContext());
    if (response instanceof Response) return new Uint8Array(await response.arrayBuffer());
    throw new Error(`src/pages/${route} did not return a file.`);
  }
  const result = await state.createResult(component, state.getActionAPIContext());
  const { _metadata: metadata } = result;
  // Otherwise the first component would begin with the elements of the head.
  metadata.headInTree = true;
  const html = await renderToString(result, component.default, {}, {}, true, state.routeData);
  if (typeof html !== 'string') throw new Error(`src/pages/${route} did not return a page.`);
  return html;
}
