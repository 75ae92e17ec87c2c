import type { TextPiece } from '../engine/excerpt.ts';
import type { SearchResult } from '../engine/result.ts';

/**
 * Builds the entries of the list of results from the template that the server wrote.
 *
 * @param getGlobe returns the address of a globe for the name of a place
 */
export function buildResults(
  template: HTMLTemplateElement,
  results: readonly SearchResult[],
  getGlobe: (place: string) => string | undefined,
): readonly Node[] {
  return results.map((result) => {
    const item = template.content.cloneNode(true) as DocumentFragment;
    const get = (name: string) => {
      const found = item.querySelector<HTMLElement>(`[data-${name}]`);
      if (!found) throw new Error(`The template has no place for ${name}.`);
      return found;
    };
    for (const name of ['topic', 'place', 'date']) get(name).textContent = result.meta[name] ?? '';
    const link = get('title') as HTMLAnchorElement;
    link.href = result.url;
    for (const name of ['title', 'summary', 'excerpt'] as const) {
      const element = get(name);
      element.lang = result.language;
      element.append(...result[name].map(toNode));
      element.hidden = result[name].length === 0;
    }
    const sections = get('sections');
    sections.lang = result.language;
    sections.hidden = result.sections.length === 0;
    sections.append(...result.sections.map(buildSection));
    const globe = getGlobe(result.meta['place'] ?? '');
    if (globe) item.querySelector('article')?.prepend(buildGlobe(globe));
    return item;
  });
}

function toNode({ text, isMatch }: TextPiece): Node {
  if (!isMatch) return document.createTextNode(text);
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

function buildSection({ url, title }: SearchResult['sections'][number]): HTMLElement {
  const [item, link] = [document.createElement('li'), document.createElement('a')];
  link.href = url;
  link.textContent = title;
  link.dir = 'auto';
  item.append(link);
  return item;
}

/** Shows the story's place on a globe. It has no text of its own, because the words beside it say the same. */
function buildGlobe(src: string): HTMLElement {
  const image = document.createElement('img');
  Object.assign(image, { alt: '', loading: 'lazy' });
  image.src = src;
  return image;
}
