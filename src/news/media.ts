import type { Article } from './article.ts';
import { toImageFile } from './urls.ts';

/**
 * Collects the pictures and files of stories: those that their front matter and their texts name, and no others. What only a draft
 * or an embargoed story names is not among them when only public stories are given.
 *
 * @returns paths in the content folder, each once, sorted
 */
export function collectMedia(articles: readonly Pick<Article, 'id' | 'image' | 'media'>[]): readonly string[] {
  const files = articles.flatMap(({ id, image, media }) => [...(image ? [toImageFile(id, image.src)] : []), ...media]);
  return [...new Set(files)].sort();
}
