import type { Article } from './article.ts';
import { toImageFile } from './urls.ts';

/**
 * Collects the pictures and files that stories' front matter and texts name. Given only public stories, it leaves out
 * what only a draft or an embargoed story names.
 *
 * @returns paths in the content folder, each once, sorted
 */
export function collectMedia(articles: readonly Pick<Article, 'id' | 'image' | 'media'>[]): readonly string[] {
  const files = articles.flatMap(({ id, image, media }) => [...(image ? [toImageFile(id, image.src)] : []), ...media]);
  return [...new Set(files)].sort();
}
