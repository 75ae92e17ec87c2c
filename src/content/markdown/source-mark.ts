import type { Element } from 'hast';
import { h, sourceMarkClasses } from '../../core/html-tree.ts';
import type { Source } from '../../news/article.ts';
import { findSource } from '../../news/source-marks.ts';

/** The parts of a source that its marks depend on. */
export type MarkedSource = Pick<Source, 'id' | 'publisher'>;

/** Makes the marks of one text, which are numbered in its order. */
export type SourceMarker = (link: Element) => Element;

/**
 * Creates the function that completes the source marks of a text: each links to its source, which links back. A mark of an
 * unknown source, which is an error, stays without a link.
 */
export function createSourceMarker(
  sources: readonly MarkedSource[],
  toLabel: (number: number, publisher: string) => string,
): SourceMarker {
  let marks = 0;
  return ({ properties }) => {
    const index = findSource(sources, String(properties['dataSource']));
    const source = sources[index];
    if (!source) return h('sup', { className: sourceMarkClasses });
    const number = index + 1;
    const id = `m-${(marks += 1)}`;
    const ariaLabel = toLabel(number, source.publisher);
    return h('sup', { className: sourceMarkClasses }, [
      h('a', { href: `#source-${number}`, id, ariaLabel }, [String(number)]),
    ]);
  };
}
