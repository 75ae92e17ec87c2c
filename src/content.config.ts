import { defineCollection } from 'astro:content';
import { createLoaders } from './content/collections.ts';
import { getSettings } from './settings/shared-settings.ts';

const { site } = await getSettings();
const loaders = createLoaders(site);

/** The newsroom in Astro's store. Our reader has checked it, so a second schema would only cost time. */
export const collections = {
  articles: defineCollection({ loader: loaders.articles }),
  newsroom: defineCollection({ loader: loaders.newsroom }),
};
