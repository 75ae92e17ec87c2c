import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const stories = defineCollection({
  loader: glob({ pattern: '**/*.md', base: './src/content/stories' }),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    date: z.coerce.date(),
    topics: z.array(z.string()),
    regions: z.array(z.string()),
    keywords: z.array(z.string()),
    place: z.string(),
    points: z.array(z.string()),
    source: z.string(),
    sourceUrl: z.string(),
  }),
});

export const collections = { stories };
