import { getDirection } from '../i18n/dictionary.ts';
import { iconPaths, paths, toAppIconPath } from '../news/urls.ts';
import type { Context } from './context.ts';

/** Sizes of the app icons in pixels. */
export const appIconSizes = [192, 512] as const;

/**
 * Builds the web app manifest: its name, its start page and its icons.
 *
 * Source: https://www.w3.org/TR/appmanifest/
 */
export function buildManifest({ site, addresses }: Context): object {
  const start = addresses.href(paths.front);
  const toIcon = (purpose: 'any' | 'maskable') => (size: number) => ({
    src: addresses.href(toAppIconPath(size, purpose)),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    id: start,
    name: `${site.name}: ${site.motto}`,
    short_name: site.name,
    description: site.description,
    lang: site.language,
    dir: getDirection(site.language),
    start_url: start,
    scope: start,
    // Pages link to one another and to their sources, so a reader needs the back button.
    display: 'minimal-ui',
    background_color: site.face.palettes.light.paper,
    theme_color: site.face.palettes.light.paper,
    icons: [
      { src: addresses.href(iconPaths.vector), sizes: 'any', type: 'image/svg+xml' },
      ...appIconSizes.map(toIcon('any')),
      ...appIconSizes.map(toIcon('maskable')),
    ],
  };
}
