import { regionNames } from './region-names.ts';

/**
 * Languages in which readers may name a place in a paper of any language. The browser knows the names, so that they
 * cost a reader nothing.
 */
const languages =
  'af am ar az be bg bn bs ca cs da de el en es et eu fa fi fil fr gl he hi hr hu hy id is it ja ka kk km ko ky lo lt lv mk mn ms my ne nl no pl ps pt ro ru si sk sl so sq sr sv sw ta th tr uk ur uz vi zh zh-Hant'.split(
    ' ',
  );

/** Codes that the Unicode CLDR has for groups of places, by the ids that newsrooms give them. */
const groupCodes: Readonly<Record<string, string>> = { 'european-union': 'EU', eurozone: 'EZ' };

/**
 * Names that people use and the Unicode CLDR does not, because the country asks for another or the language has a longer
 * one, by code, or the id of a group. Of several codes, the first that is asked for has the names.
 */
const table = `
BY Weißrussland, Vitryssland, Hviderusland, Wit-Rusland
CD République démocratique du Congo, RD Congo, RDC, Demokratische Republik Kongo, Zaïre
CI Elfenbeinküste, Costa de Marfil, Wybrzeże Kości Słoniowej
CV Kapverden, Kapverdische Inseln, Cap-Vert
CZ Tschechische Republik, République tchèque, República Checa, Repubblica Ceca
GB Großbritannien, Grande-Bretagne, Gran Bretaña, Gran Bretagna, Grã-Bretanha, Groot-Brittannië, Angleterre, Inglaterra, Inghilterra
MD Moldawien
MM Birma, Barma
NL Holanda, Hollande, Olanda, Hollanda
PS Palästina, Palestina, Palestyna, Palestine, فلسطين, Палестина, פלסטין, パレスチナ, 巴勒斯坦
RU Federación Rusa, Fédération de Russie
SZ Swasiland, Suazilandia
TL Osttimor, Timor Oriental
US Amerika, Amérique, États-Unis d’Amérique, EE. UU., EEUU, ÉU, США, 美國, 米国
VA Vatikan, Vaticano
002 Afrique
003/021 Nordamerika, Amérique du Nord, América del Norte, América do Norte, America del Nord
005 América del Sur, Sudamerica
011 Afrique de l’Ouest
014 Afrique de l’Est
015 Afrique du Nord, África del Norte, Norte de África, Norte da África, Africa del Nord, Magreb, المغرب العربي
019 Amérique
029 Antillas, Antilles, Antillen, Antille
030 Asie orientale, Extrême-Orient, Extremo Oriente, Lejano Oriente, Estremo Oriente, Ferner Osten, Fernost, Verre Oosten, 極東, 远东
034 Sul da Ásia, Sur de Asia
035 Sudeste da Ásia, Asia sudoriental, Sudest asiatico
039 Europe méridionale, Europa del Sur, Sul da Europa
143 Mittelasien, Средняя Азия
150 Europa
151 Europe orientale, Europa del Este, Europa dell’Est, Leste Europeu
154 Skandinavien, Scandinavie, Escandinavia, Scandinavië, Skandynawia, Скандинавия, Países nórdicos, Pays nordiques, Nordische Länder
155 Europe occidentale, Europa dell’Ovest
419/019 Lateinamerika, Amérique latine, América Latina, Latinoamérica, Latinamerika, Латинская Америка
balkans/039 Balkan, Balkanländer, Westbalkan, Balcanes, Balcani, Bálcãs, Bałkany, Балканы
european-union UE, ЕС
middle-east/145 Oriente Medio, Medio Oriente, Oriente Médio, Moyen-Orient, Proche-Orient, Próximo Oriente, Naher Osten, Nahen Osten, Nahost, Midden-Oosten, Mellanöstern, Mellemøsten, Midtøsten, Lähi-itä, Bliski Wschód, Blízký východ, Közel-Kelet, Orientul Mijlociu, Ближний Восток, Близький Схід, Orta Doğu, الشرق الأوسط, خاورمیانه, המזרח התיכון, 中东, 中東, 중동, मध्य पूर्व, Timur Tengah, Trung Đông
nato OTAN, НАТО
pacific-islands Pazifikinseln, Îles du Pacifique, Islas del Pacífico, Ilhas do Pacífico
sahel Sahelzone, Сахель
`;

/** Shorter names in Latin letters are words of other languages too often. */
const shortestLatin = 5;

/** A name with another in brackets: “Myanmar (Birmanie)”. */
const bracketed = /^(?<name>.+?)\s*[（(](?<other>[^()（）]+)[)）]$/u;

/** A place's code, and a name for it. */
type WorldName = readonly [code: string, name: string];

/**
 * Lists the names of places in many languages, those of one language at a time.
 *
 * @param codes ISO 3166-1 alpha-2 or UN M49 codes, and ids of groups
 */
export function* listWorldNames(codes: readonly string[]): Generator<readonly WorldName[]> {
  yield `${table.trim()}\n${regionNames.trim()}`.split('\n').flatMap((line) => parseLine(line, codes));
  const coded = codes.map((code) => [code, groupCodes[code] ?? code] as const);
  const inCldr = coded.filter(([, code]) => /^(?:[A-Z]{2}|\d{3})$/u.test(code));
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    const known = new Map(inCldr.map(([own, code]) => [own, names.of(code) ?? '']));
    const taken = new Set(known.values());
    yield [...known]
      .flatMap(([code, name]) => splitBrackets(name, taken).map((own) => [code, own] as const))
      .filter(isClear);
  }
}

/** Parses a line of the table. Names of other places than those asked for are left out. */
function parseLine(line: string, codes: readonly string[]): readonly WorldName[] {
  const at = line.indexOf(' ');
  const known = line
    .slice(0, at)
    .split('/')
    .find((code) => codes.includes(code));
  const names = line.slice(at + 1).split(', ');
  return known === undefined ? [] : names.map((name) => [known, name]);
}

/** Returns a name, and the one in its brackets if that is not the name of another place: “Hong Kong (China)”. */
function splitBrackets(name: string, taken: ReadonlySet<string>): readonly string[] {
  const { name: own = name, other = '' } = bracketed.exec(name)?.groups ?? {};
  return other === '' || taken.has(other) ? [own] : [own, other];
}

function isClear([, name]: WorldName): boolean {
  return name.length >= shortestLatin || /^\P{Script=Latin}{2,}$/u.test(name);
}
