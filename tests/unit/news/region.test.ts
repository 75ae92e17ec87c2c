import { describe, expect, it } from 'vitest';
import { createGazetteer, getCountries, getLineage, type PlacesConfig, type Region } from '../../../src/news/region.ts';
import { isReservedId } from '../../../src/news/names.ts';

const bare: PlacesConfig = { names: {}, groups: {} };
const gazetteer = createGazetteer(bare, 'en');

function get(code: string, from = gazetteer): Region {
  const region = from.byCode.get(code);
  if (!region) throw new Error(`There is no place ${code}.`);
  return region;
}

function walk(region: Region): Region[] {
  return [region, ...region.children.flatMap(walk)];
}

const toCodes = (regions: readonly Region[]) => regions.map(({ code }) => code);
const toTitles = (regions: readonly Region[]) => regions.map(({ title }) => title);

const suggest = (text: string, from = gazetteer) => from.suggest(text)?.code;

/** UN M49, https://unstats.un.org/unsd/methodology/m49/overview/ */
const tree = [
  ['001', 'world', ['002', '009', '019', '142', '150', 'AQ']],
  ['002', 'continent', ['015', '202']],
  ['202', 'subregion', ['011', '014', '017', '018']],
  ['019', 'continent', ['021', '419']],
  ['419', 'subregion', ['005', '013', '029']],
  ['142', 'continent', ['030', '034', '035', '143', '145']],
  ['150', 'continent', ['039', '151', '154', '155']],
  ['009', 'continent', ['053', '054', '057', '061']],
  ['015', 'subregion', ['DZ', 'EG', 'EH', 'LY', 'MA', 'SD', 'TN']],
  ['018', 'subregion', ['BW', 'LS', 'NA', 'SZ', 'ZA']],
  ['013', 'subregion', ['BZ', 'CR', 'GT', 'HN', 'MX', 'NI', 'PA', 'SV']],
  ['021', 'subregion', ['BM', 'CA', 'GL', 'PM', 'US']],
  ['030', 'subregion', ['CN', 'HK', 'JP', 'KP', 'KR', 'MN', 'MO', 'TW']],
  ['143', 'subregion', ['KG', 'KZ', 'TJ', 'TM', 'UZ']],
  ['151', 'subregion', ['BG', 'BY', 'CZ', 'HU', 'MD', 'PL', 'RO', 'RU', 'SK', 'UA']],
  ['155', 'subregion', ['AT', 'BE', 'CH', 'DE', 'FR', 'LI', 'LU', 'MC', 'NL']],
  ['053', 'subregion', ['AU', 'CC', 'CX', 'HM', 'NF', 'NZ']],
] as const;

describe('the tree of places', () => {
  it.each(tree)('contains %s, a %s, with everything that M49 puts into it', (code, level, children) => {
    const region = get(code);
    expect(region.level).toBe(level);
    expect(toCodes(region.children).toSorted()).toEqual(children);
    for (const child of region.children) expect(child.parent).toBe(region);
  });

  it('holds the 249 countries and territories of ISO 3166-1 and Kosovo, each in one place', () => {
    const codes = toCodes(walk(gazetteer.world).filter(({ level }) => level === 'country'));
    expect(codes).toHaveLength(250);
    expect(new Set(codes).size).toBe(250);
    expect(codes.every((code) => /^[A-Z]{2}$/u.test(code))).toBe(true);
  });

  it.each(['AC', 'AN', 'CP', 'DG', 'EU', 'EZ', 'IC', 'QO', 'SU', 'TA', 'UN', 'XA', 'YU', 'ZZ'])(
    'leaves out %s, which is no country of ISO 3166-1',
    (code) => {
      expect(gazetteer.byCode.has(code)).toBe(false);
    },
  );

  it('puts Antarctica beside the continents, as a country', () => {
    expect(get('AQ')).toMatchObject({ id: 'antarctica', title: 'Antarctica', level: 'country', children: [] });
    expect(get('AQ').parent).toBe(gazetteer.world);
  });

  it.each([
    ['TW', '030'],
    ['BV', '005'],
    ['GS', '005'],
    ['CC', '053'],
    ['CX', '053'],
    ['HM', '053'],
    ['IO', '014'],
    ['TF', '014'],
    ['UM', '057'],
  ])('places %s, which M49 once gave no region, in %s', (code, parent) => {
    expect(get(code).parent?.code).toBe(parent);
  });

  it('gives every region below the world places of its own', () => {
    for (const region of walk(gazetteer.world).filter(({ level }) => level === 'continent' || level === 'subregion')) {
      expect(region.children.length, region.title).toBeGreaterThan(0);
      expect(getCountries(region).every((country) => getLineage(country).includes(region))).toBe(true);
    }
  });

  it('puts Kosovo into Southern Europe', () => {
    expect(get('XK')).toMatchObject({ id: 'kosovo', title: 'Kosovo', level: 'country' });
    expect(get('XK').parent).toBe(get('039'));
  });

  it('reads NO as Norway, and nothing but exact codes as places', () => {
    expect(get('NO')).toMatchObject({ id: 'norway', title: 'Norway' });
    for (const code of ['no', 'false', '', ' NO', '1', '2', '__proto__', 'constructor']) {
      expect(gazetteer.byCode.has(code)).toBe(false);
    }
  });

  it('has no place that is not reached from the world', () => {
    const reached = walk(gazetteer.world);
    expect(new Set(gazetteer.byCode.values())).toEqual(new Set(reached));
    expect(gazetteer.byCode.size).toBe(reached.length);
  });
});

describe('the addresses of places', () => {
  const everywhere = walk(gazetteer.world);

  it('are unique over the whole gazetteer, groups included, and lead back to their place', () => {
    const grouped = createGazetteer({ names: {}, groups: { asean: { title: 'ASEAN', members: ['VN'] } } }, 'en');
    expect(grouped.byId.size).toBe(everywhere.length + 1);
    expect(grouped.byCode.size).toBe(everywhere.length + 1);
    for (const region of grouped.byCode.values()) expect(grouped.byId.get(region.id)).toBe(region);
  });

  it('are plain Latin words and no page numbers', () => {
    for (const { id } of everywhere) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
      expect(isReservedId(id)).toBe(false);
    }
  });

  it.each([
    ['001', 'world'],
    ['202', 'sub-saharan-africa'],
    ['419', 'latin-america-and-the-caribbean'],
    ['030', 'eastern-asia'],
    ['KP', 'north-korea'],
    ['BA', 'bosnia-and-herzegovina'],
    ['CD', 'dr-congo'],
    ['CG', 'republic-of-the-congo'],
    ['CI', 'cote-divoire'],
    ['HK', 'hong-kong'],
    ['MM', 'myanmar'],
    ['MO', 'macao'],
    ['PS', 'palestine'],
    ['TR', 'turkey'],
  ])('call %s %s', (code, id) => {
    expect(get(code).id).toBe(id);
  });

  it('change neither with the language nor with the names of places.yaml', () => {
    const ids = new Map(everywhere.map(({ code, id }) => [code, id]));
    for (const other of [
      createGazetteer(bare, 'ar'),
      createGazetteer(bare, 'de'),
      createGazetteer({ names: { CI: 'Ivory Coast', '001': 'Everywhere' }, groups: {} }, 'en'),
    ]) {
      expect(new Map(walk(other.world).map(({ code, id }) => [code, id]))).toEqual(ids);
    }
  });
});

describe('the names of places', () => {
  it.each([
    ['en', ['World', 'Latin America and the Caribbean', 'North Korea']],
    ['de', ['Welt', 'Lateinamerika', 'Nordkorea']],
    ['ar', ['العالم', 'أمريكا اللاتينية', 'كوريا الشمالية']],
  ])('are those of the language %s', (language, titles) => {
    const other = createGazetteer(bare, language);
    expect(['001', '419', 'KP'].map((code) => get(code, other).title)).toEqual(titles);
  });

  it('are those of places.yaml where it has some, in every language', () => {
    const names = { PS: 'Palestine', '001': 'Everywhere', '035': 'South-eastern Asia' };
    const other = createGazetteer({ names, groups: {} }, 'de');
    expect(Object.keys(names).map((code) => get(code, other).title)).toEqual(Object.values(names));
  });

  it('order the places below a place, by the letters of the language', () => {
    expect(toTitles(get('155').children)).toEqual([
      'Austria',
      'Belgium',
      'France',
      'Germany',
      'Liechtenstein',
      'Luxembourg',
      'Monaco',
      'Netherlands',
      'Switzerland',
    ]);
    expect(toTitles(get('155', createGazetteer(bare, 'de')).children).slice(6)).toEqual([
      'Niederlande',
      'Österreich',
      'Schweiz',
    ]);
    expect(toTitles(get('155', createGazetteer(bare, 'sv')).children).slice(7)).toEqual(['Tyskland', 'Österrike']);
  });

  it('order them by the names of places.yaml too', () => {
    const renamed = createGazetteer({ names: { BE: 'Zelgium' }, groups: {} }, 'en');
    expect(get('155', renamed).children.at(-1)?.code).toBe('BE');
  });
});

describe('groups', () => {
  const groups = {
    'middle-east': { title: 'Middle East', members: ['YE', 'EG', 'AE'] },
    wide: { title: 'Far and wide', members: ['150', 'RO', '030', 'XX'] },
  };
  const grouped = createGazetteer({ names: {}, groups }, 'en');

  it('are outside the tree, found by their id as code and as address', () => {
    expect(toCodes(grouped.groups)).toEqual(['middle-east', 'wide']);
    const group = get('middle-east', grouped);
    expect(group).toMatchObject({ id: 'middle-east', title: 'Middle East', level: 'group' });
    expect(group.parent).toBeUndefined();
    expect(grouped.byId.get('middle-east')).toBe(group);
    expect(walk(grouped.world)).not.toContain(group);
  });

  it('have their members as children, by title, and skip unknown places', () => {
    expect(toTitles(get('middle-east', grouped).children)).toEqual(['Egypt', 'United Arab Emirates', 'Yemen']);
    expect(toCodes(get('wide', grouped).children).toSorted()).toEqual(['030', '150', 'RO']);
  });

  it('leave their members where they are in the tree', () => {
    expect(get('EG', grouped).parent).toBe(get('015', grouped));
  });
});

describe('getRollUp', () => {
  it.each([
    ['RO', ['RO', '151', '150', '001']],
    ['KE', ['KE', '014', '202', '002', '001']],
    ['BR', ['BR', '005', '419', '019', '001']],
    ['US', ['US', '021', '019', '001']],
    ['XK', ['XK', '039', '150', '001']],
    ['AQ', ['AQ', '001']],
    ['202', ['202', '002', '001']],
    ['001', ['001']],
  ])('rolls %s up to every region above it, nearest first', (code, codes) => {
    expect(toCodes(gazetteer.getRollUp(code))).toEqual(codes);
  });

  it('returns for every place of the world each region once, itself first and the world last', () => {
    for (const region of walk(gazetteer.world)) {
      const rollUp = gazetteer.getRollUp(region.code);
      expect(rollUp).toEqual(getLineage(region));
      expect(new Set(rollUp).size).toBe(rollUp.length);
      expect(rollUp.at(0)).toBe(region);
      expect(rollUp.at(-1)).toBe(gazetteer.world);
    }
  });

  it.each(['XX', '', 'ro', '__proto__'])('gives nothing for %j', (code) => {
    expect(gazetteer.getRollUp(code)).toEqual([]);
  });

  const groups = {
    both: { title: 'Both', members: ['RO', '151', '150'] },
    east: { title: 'East', members: ['151'] },
    neighbours: { title: 'Neighbours', members: ['BG', 'HU'] },
  };
  const grouped = createGazetteer({ names: {}, groups }, 'en');

  it.each([
    ['RO', ['RO', '151', '150', '001', 'both', 'east']],
    ['BG', ['BG', '151', '150', '001', 'both', 'east', 'neighbours']],
    ['FR', ['FR', '155', '150', '001', 'both']],
    ['150', ['150', '001', 'both']],
    ['001', ['001']],
    ['JP', ['JP', '030', '142', '001']],
    ['east', ['east', '151', '150', '001', 'both']],
    ['neighbours', ['neighbours', '151', '150', '001', 'both', 'east']],
    ['both', ['both', '150', '001']],
  ])('counts %s for each group that names it or anything above it, once', (code, codes) => {
    expect(toCodes(grouped.getRollUp(code))).toEqual(codes);
    expect(toCodes(grouped.getRollUp(code))).toEqual(codes);
  });
});

describe('aliases and places beyond', () => {
  const places: PlacesConfig = {
    ...bare,
    beyond: { space: { title: 'Space' } },
    aliases: { persia: 'IR', france: 'DE' },
  };
  const wide = createGazetteer(places, 'en');

  it.each([
    ['burma', 'MM'],
    ['swaziland', 'SZ'],
    ['uk', 'GB'],
    ['ivory-coast', 'CI'],
    ['persia', 'IR'],
  ])('lead from %s to %s', (alias, code) => {
    expect(wide.aliases.get(alias)).toBe(wide.byCode.get(code));
  });

  it('never take the address of a place', () => {
    for (const alias of wide.aliases.keys()) expect(wide.byId.has(alias)).toBe(false);
  });

  it('keep places beyond the Earth outside the tree', () => {
    expect(wide.beyond).toMatchObject([{ id: 'space', code: 'space', level: 'beyond', children: [] }]);
    expect(toCodes(wide.getRollUp('space'))).toEqual(['space']);
    expect(walk(wide.world)).not.toContain(wide.byCode.get('space'));
  });
});

describe('suggest', () => {
  it.each([
    ['FRA', 'FR'],
    ['fra', 'FR'],
    ['GBR', 'GB'],
    ['NOR', 'NO'],
    ['ROU', 'RO'],
    ['DEU', 'DE'],
    ['PRK', 'KP'],
    ['KOR', 'KR'],
    ['COD', 'CD'],
    ['ATA', 'AQ'],
    ['XKX', 'XK'],
  ])('understands the alpha-3 code %s', (alpha3, code) => {
    expect(suggest(alpha3)).toBe(code);
  });

  it.each([
    ['UK', 'GB'],
    ['uk', 'GB'],
    ['EL', 'GR'],
    ['USA', 'US'],
    ['UAE', 'AE'],
    ['DRC', 'CD'],
  ])('understands %s, a code in wide use', (text, code) => {
    expect(suggest(text)).toBe(code);
  });

  it.each(['ro', 'Ro', 'no', 'gb'])('understands the code %s in small letters', (text) => {
    expect(suggest(text)).toBe(text.toUpperCase());
  });

  it('understands the English name and the address part of every place', () => {
    for (const region of walk(gazetteer.world)) {
      expect(gazetteer.suggest(region.title)).toBe(region);
      expect(gazetteer.suggest(region.id)).toBe(region);
      expect(gazetteer.suggest(` ${region.title.toUpperCase()} `)).toBe(region);
    }
  });

  it('understands names in English and in the language of the site', () => {
    const german = createGazetteer(bare, 'de');
    for (const name of ['France', 'Frankreich', 'frankreich', 'FRA']) expect(suggest(name, german)).toBe('FR');
    expect(suggest('اليابان', createGazetteer(bare, 'ar'))).toBe('JP');
  });

  it.each([
    ['Frnace', 'FR'],
    ['Romnia', 'RO'],
    ['Ukrane', 'UA'],
    ['Untied Kingdom', 'GB'],
    ['Phillipines', 'PH'],
    ['Kazakstan', 'KZ'],
    ['Eastern Asai', '030'],
    ['america', '019'],
  ])('forgives %s', (text, code) => {
    expect(suggest(text)).toBe(code);
  });

  it('knows the groups by id, by name and with typos', () => {
    const groups = { eu: { title: 'European Union', members: ['RO'] } };
    const grouped = createGazetteer({ names: {}, groups }, 'en');
    for (const text of ['EU', 'eu', 'European Union', 'Europaen Union']) expect(suggest(text, grouped)).toBe('eu');
  });

  it.each(['', ' ', '!!!', 'xx', 'ZZ', 'atlantis', '日本', '__proto__', 'constructor', 'toString', 'x'.repeat(10_000)])(
    'has nothing to say to %.20s',
    (text) => {
      expect(suggest(text)).toBeUndefined();
    },
  );
});

describe('getLineage', () => {
  it('returns the place and everything that contains it, nearest first', () => {
    expect(toTitles(getLineage(get('RO')))).toEqual(['Romania', 'Eastern Europe', 'Europe', 'World']);
    expect(getLineage(gazetteer.world)).toEqual([gazetteer.world]);
  });
});
