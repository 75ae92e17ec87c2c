import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://gazetteer.example', trailingSlash: 'always' });
