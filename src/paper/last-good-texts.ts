import type { Bodies, Body } from '../content/reading/body.ts';
import { ContentError, type Issue } from '../core/issue.ts';

const noText: Body = { tree: { type: 'root', children: [] }, wordCount: 0 };

/**
 * Makes texts that are always there: in place of one with errors stands what it was without them, or nothing if nobody has seen
 * that yet.
 *
 * @param seen the last text without errors of each file
 * @param report is told of errors
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
