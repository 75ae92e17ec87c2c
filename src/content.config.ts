import { defineCollection } from 'astro:content';
import { createLoaders } from './content/collections.ts';
import { site } from './site.config.ts';

const loaders = createLoaders(site);

/** The parts of the newsroom as Astro collections; the schema is checked by our reader, once. */
export const collections = {
  articles: defineCollection({ loader: loaders.articles }),
  storylines: defineCollection({ loader: loaders.storylines }),
  topics: defineCollection({ loader: loaders.topics }),
  authors: defineCollection({ loader: loaders.authors }),
  pages: defineCollection({ loader: loaders.pages }),
  places: defineCollection({ loader: loaders.places }),
  front: defineCollection({ loader: loaders.front }),
};
