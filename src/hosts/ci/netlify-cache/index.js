/**
 * The parts of Netlify's arguments that are used here
 * (https://docs.netlify.com/extend/develop-and-share/develop-build-plugins/).
 *
 * @typedef {object} BuildArguments
 * @property {{ cache: Record<'restore' | 'save', (folders: string[]) => unknown> }} utils
 * @property {{ build: { publish: string, environment: { CACHE_DIR: string } } }} netlifyConfig
 */

/**
 * Restores the cache and the site that the last build has saved.
 *
 * @param {BuildArguments} build
 */
export const onPreBuild = ({ utils, netlifyConfig }) => utils.cache.restore(listFolders(netlifyConfig));

/**
 * Saves them for the next build.
 *
 * @param {BuildArguments} build
 */
export const onPostBuild = ({ utils, netlifyConfig }) => utils.cache.save(listFolders(netlifyConfig));

/** @param {BuildArguments['netlifyConfig']} config */
function listFolders({ build }) {
  return [build.environment.CACHE_DIR, build.publish];
}
