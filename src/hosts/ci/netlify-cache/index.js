/**
 * The parts of Netlify's arguments that are used here
 * (https://docs.netlify.com/extend/develop-and-share/develop-build-plugins/).
 *
 * @typedef {object} BuildArguments
 * @property {{ cache: Record<'restore' | 'save', (folder: string) => unknown> }} utils
 * @property {{ build: { environment: { CACHE_DIR: string } } }} netlifyConfig
 */

/**
 * Restores the cache that the last build has saved.
 *
 * @param {BuildArguments} build
 */
export const onPreBuild = ({ utils, netlifyConfig }) => utils.cache.restore(netlifyConfig.build.environment.CACHE_DIR);

/**
 * Saves the cache for the next build.
 *
 * @param {BuildArguments} build
 */
export const onPostBuild = ({ utils, netlifyConfig }) => utils.cache.save(netlifyConfig.build.environment.CACHE_DIR);
