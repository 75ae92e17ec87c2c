import path from 'node:path';

/**
 * File extensions of pictures that every browser shows, in lower case. SVG is not included, because it can carry
 * scripts.
 */
export const pictureExtensions = ['.avif', '.gif', '.jpeg', '.jpg', '.png', '.webp'] as const;

/**
 * File extensions of documents, tables and recordings that stories may link to, in lower case. Browsers run none of
 * them.
 */
const documentExtensions: readonly string[] =
  '.csv .docx .epub .geojson .json .m4a .mp3 .mp4 .odp .ods .odt .ogg .opus .pdf .pptx .tsv .txt .wav .webm .xlsx .zip'.split(
    ' ',
  );

/** File extensions of everything that may be beside a story. */
export const localExtensions: readonly string[] = [...pictureExtensions, ...documentExtensions];

/**
 * Returns whether a file name is that of a picture that can be shown. Cameras write its extension in capitals.
 *
 * @example isPictureName('DSC_0001.JPG') // true
 */
export function isPictureName(name: string): boolean {
  const extension = path.posix.extname(name).toLowerCase();
  return pictureExtensions.some((end) => end === extension);
}

/**
 * Returns whether an image address names a picture file beside the story: no scheme, no `..`, no format with scripts.
 *
 * @example isLocalImage('../secret.png') // false
 */
export function isLocalImage(url: string): boolean {
  return isLocalName(url) && isPictureName(url);
}

/** Returns whether a file name is that of a document, table or recording that stories may link to. */
export function isDocumentName(name: string): boolean {
  return documentExtensions.includes(path.posix.extname(name).toLowerCase());
}

/** Returns whether a file name is one that may be beside a story. */
export function isFileName(name: string): boolean {
  return isPictureName(name) || isDocumentName(name);
}

/**
 * Returns whether an address names a picture or a document beside the story.
 *
 * @example isLocalFile('report.pdf') // true
 */
export function isLocalFile(url: string): boolean {
  return isLocalName(url) && isFileName(url);
}

/** Returns whether an address names a file beside the story or below its folder: no scheme, no `..`. */
export function isLocalName(url: string): boolean {
  return /^(?:\.\/)?(?:[\p{L}\p{N}_-][\p{L}\p{M}\p{N}._-]*\/)*[\p{L}\p{N}_-][\p{L}\p{M}\p{N}._-]*$/u.test(url);
}

/**
 * Returns the path of a file beside a story, relative to the content folder and in NFC, from the name that the story
 * uses.
 *
 * @example resolveMedia('articles/2024/11/flood.md', './bridge.jpg') // 'articles/2024/11/bridge.jpg'
 */
export function resolveMedia(file: string, src: string): string {
  return path.posix.join(path.posix.dirname(file), src).normalize('NFC');
}

/**
 * Formats of cameras and desktop programs that browsers do not show: their extensions, their name, and the extension to
 * export as.
 */
const otherFormats: readonly (readonly [endings: string, name: string, exportAs: '.jpg' | '.png'])[] = [
  ['heic heif hif', 'HEIC', '.jpg'],
  ['tif tiff', 'TIFF', '.jpg'],
  ['3fr arw cr2 cr3 dng erf nef nrw orf pef raf raw rw2 srw', 'camera raw', '.jpg'],
  ['bmp dib', 'BMP', '.png'],
  ['jp2 jpf jpx j2k', 'JPEG 2000', '.jpg'],
  ['jxl', 'JPEG XL', '.jpg'],
  ['psd psb', 'Photoshop', '.jpg'],
  ['xcf', 'GIMP', '.jpg'],
  ['ai eps', 'PostScript', '.png'],
  ['svg svgz', 'SVG', '.png'],
  ['ico', 'icon', '.png'],
];

/** Other extensions of formats that can be shown, which servers do not know. */
const otherEndings: Readonly<Record<string, string>> = {
  '.jfif': '.jpg',
  '.jpe': '.jpg',
  '.pjpeg': '.jpg',
  '.apng': '.png',
};

/**
 * Explains what to do with a picture in a format that no browser, or not every browser, shows. Undefined if it is not
 * known to be a picture.
 *
 * @example explainPictureFormat('IMG_1.HEIC')?.hint // 'Export it as JPEG and write that name: `IMG_1.jpg`.'
 */
export function explainPictureFormat(file: string): { readonly message: string; readonly hint: string } | undefined {
  const [name, end] = [path.posix.basename(file), path.posix.extname(file).toLowerCase()];
  const stem = name.slice(0, name.length - end.length);
  const other = Object.hasOwn(otherEndings, end) ? otherEndings[end] : undefined;
  if (other !== undefined) {
    const message = `\`${name}\` ends in \`${end}\`, which servers do not recognise as a picture.`;
    return { message, hint: `Rename it to \`${stem}${other}\` and write that name.` };
  }
  const format = otherFormats.find(([endings]) => endings.split(' ').includes(end.slice(1)));
  if (!format) return undefined;
  const [, called, exportAs] = format;
  const why = called === 'SVG' ? 'SVG can contain scripts' : 'most browsers do not show it';
  const as = exportAs === '.jpg' ? 'JPEG' : 'PNG';
  return {
    message: `\`${name}\` is a picture in the ${called} format: ${why}.`,
    hint: `Export it as ${as} and write that name: \`${stem}${exportAs}\`.`,
  };
}
