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
    // The excerpt shows why a story was found. Without one, the standfirst does.
    const text = result.excerpt.length > 0 ? 'excerpt' : 'summary';
    for (const name of ['title', text] as const) {
      get(name).lang = result.language;
      get(name).append(...result[name].map(toNode));
      get(name).hidden = false;
    }
    if (result.section) get('excerpt').prepend(buildSection(result.section), ' ');
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

/** Builds the link to the section of an excerpt, with which the excerpt begins. */
function buildSection({ url, title }: NonNullable<SearchResult['section']>): HTMLElement {
  const link = document.createElement('a');
  Object.assign(link, { className: 'found-section', href: url, textContent: title });
  return link;
}

/** Shows the story's place on a globe. It has no text of its own, because the words beside it say the same. */
function buildGlobe(src: string): HTMLElement {
  const image = new Image();
  image.alt = '';
  image.dataset['src'] = src;
  near.observe(image);
  return image;
}

/** Loads a globe when it is nearly in view. By themselves browsers load those of a whole list, of which few are seen. */
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting && target instanceof Image) target.src ||= target.dataset['src'] ?? '';
  },
  { rootMargin: '25%' },
);
