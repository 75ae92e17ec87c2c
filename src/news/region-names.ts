/** Names for which readers would not look under the CLDR's English name. */
export const defaultNames: Readonly<Record<string, string>> = {
  '001': 'World',
  '419': 'Latin America and the Caribbean',
};

/** English names from which addresses are made, where the CLDR's name is long or not in wide use. */
export const slugNames: Readonly<Record<string, string>> = {
  '001': 'world',
  '419': 'latin-america-and-the-caribbean',
  BA: 'bosnia-and-herzegovina',
  CD: 'dr-congo',
  CG: 'republic-of-the-congo',
  HK: 'hong-kong',
  MM: 'myanmar',
  MO: 'macao',
  PS: 'palestine',
  TR: 'turkey',
};

/** Names in wide use and former names that neither ISO nor the CLDR has, as parts of addresses. */
export const commonNames: Readonly<Record<string, string>> = {
  britain: 'GB',
  burma: 'MM',
  byelorussia: 'BY',
  'cabo-verde': 'CV',
  ceylon: 'LK',
  'congo-brazzaville': 'CG',
  'congo-kinshasa': 'CD',
  'cote-d-ivoire': 'CI',
  'czech-republic': 'CZ',
  'democratic-republic-of-the-congo': 'CD',
  drc: 'CD',
  'east-timor': 'TL',
  'great-britain': 'GB',
  holland: 'NL',
  'holy-see': 'VA',
  'ivory-coast': 'CI',
  kampuchea: 'KH',
  'latin-america': '419',
  macedonia: 'MK',
  moldavia: 'MD',
  'occupied-palestinian-territory': 'PS',
  persia: 'IR',
  'russian-federation': 'RU',
  'southeast-asia': '035',
  swaziland: 'SZ',
  turkiye: 'TR',
  uae: 'AE',
  uk: 'GB',
  'united-states-of-america': 'US',
  usa: 'US',
  'viet-nam': 'VN',
  'west-bank': 'PS',
  'western-samoa': 'WS',
  zaire: 'CD',
};

/** Codes of other standards. */
export const commonCodes: Readonly<Record<string, string>> = { el: 'GR', xkx: 'XK' };
