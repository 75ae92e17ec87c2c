/** The only page that hosts look for under its own file name. */
const notFound = { path: '/404/', file: '404.html' };

/** Returns the file of a site path: `2024/11/flood/index.html`. */
export function toOutputFile(sitePath: string): string {
  if (sitePath === notFound.path) return notFound.file;
  const file = decodeURIComponent(sitePath).slice(1);
  return sitePath.endsWith('/') ? `${file}index.html` : file;
}
