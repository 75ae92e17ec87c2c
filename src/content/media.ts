import path from 'node:path';
import type { Article } from '../news/article.ts';
import { readContentFiles } from './files.ts';
import { resolveMedia } from './local-file.ts';
import { readBody } from './reader.ts';

/**
 * Gives the pictures that public stories name, relative to the content folder. A picture that only a draft or an embargoed
 * story names stays at home. Only stories in folders with pictures are read.
 */
export async function readPublicMedia(contentDir: string, articles: readonly Article[]): Promise<readonly string[]> {
  const { files } = await readContentFiles(contentDir);
  const byMonth = Map.groupBy(articles, ({ file }) => path.posix.dirname(file));
  const isPublic = await Promise.all(
    files.media.map(async (media) => {
      const neighbours = byMonth.get(media.split('/').slice(0, 3).join('/')) ?? [];
      const named = await Promise.all(neighbours.map((article) => namesPicture(contentDir, article, media)));
      return named.includes(true);
    }),
  );
  return files.media.filter((_, index) => isPublic[index]);
}

async function namesPicture(contentDir: string, { file, image }: Article, media: string): Promise<boolean> {
  if (image && resolveMedia(file, image.src) === media) return true;
  const { body } = await readBody(contentDir, file);
  return body.normalize('NFC').includes(path.posix.relative(path.posix.dirname(file), media));
}
