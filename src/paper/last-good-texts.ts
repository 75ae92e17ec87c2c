import type { Bodies, Body } from '../content/reading/body.ts';
import { ContentError, type Issue } from '../core/issue.ts';

const noText: Body = { tree: { type: 'root', children: [] }, support: [] };

/**
 * Creates texts that are always available: a text with errors is replaced by its last version without them, or by
 * nothing if there is none.
 *
 * @param seen the last text without errors of each file
 * @param report receives errors
 */
export function keepLastGood(
  bodies: Bodies,
  seen: Map<string, Body>,
  report: (issues: readonly Issue[]) => Promise<void>,
): Bodies {
  const render = async (file: string): Promise<Body> => {
    try {
      const body = await bodies.render(file);
      seen.set(file, body);
      return body;
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      await report(error.issues);
      return seen.get(file) ?? noText;
    }
  };
  return { ...bodies, render };
}
