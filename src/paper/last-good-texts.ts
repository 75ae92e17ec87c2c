import type { Bodies, Body } from '../content/reading/body.ts';
import { ContentError, type Issue } from '../core/issue.ts';

const noText: Body = { tree: { type: 'root', children: [] }, support: [] };

/** The last text without errors of each file that was viewed. */
const seenTexts = new Map<string, Body>();

/**
 * Creates texts that are always available: a text with errors is replaced by its last version without them, or by
 * nothing if there is none.
 *
 * @param report receives errors
 * @param seen the last text without errors of each file
 */
export function keepLastGood(
  bodies: Bodies,
  report: (issues: readonly Issue[]) => Promise<void>,
  seen = seenTexts,
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
