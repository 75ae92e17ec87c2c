import { writeFile } from 'node:fs/promises';

/** The module with the names of regions. */
export const regionNamesFile = 'src/search/entities/region-names.ts';

/** Languages in which readers of a paper in another language name regions. */
const languages = 'ar cs da de el es fa fi fr he hi hu id it ja ko nb nl pl pt ro ru sv th tr uk vi zh zh-Hant'.split(
  ' ',
);

/** UN M49 codes of the regions of the gazetteer. The browsers have names for 419. */
const codes =
  '002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 202'.split(
    ' ',
  );

/** Renders the module with the names that the Unicode CLDR has for regions, one region a line. */
export function renderRegionNames(): string {
  const displays = languages.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  const lines = codes.map((code) => {
    const names = displays.flatMap((display) => display.of(code) ?? []);
    return `${code} ${[...new Map(names.map((name) => [name.toLowerCase(), name])).values()].join(', ')}`;
  });
  return [
    '/**',
    ' * Names of regions in many languages, by UN M49 code, made by `tests/tools/region-names.ts` from the Unicode CLDR. Browsers',
    ' * leave them out: Chromium names countries only.',
    ' */',
    'export const regionNames = `',
    ...lines,
    '`;',
    '',
  ].join('\n');
}

if (import.meta.main) await writeFile(regionNamesFile, renderRegionNames());
