/**
 * Languages in which readers may name a place in a paper of any language. The browser knows the names, so that they
 * cost a reader nothing.
 */
const languages =
  'af am ar az be bg bn bs ca cs da de el en es et eu fa fi fil fr gl he hi hr hu hy id is it ja ka kk km ko ky lo lt lv mk mn ms my ne nl no pl ps pt ro ru si sk sl so sq sr sv sw ta th tr uk ur uz vi zh zh-Hant'.split(
    ' ',
  );

/**
 * Names that people use and the Unicode CLDR does not, because the country asks for another or the language has a longer
 * one, by code.
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
019 Amérique
419 Lateinamerika, Amérique latine, América Latina
150 Europa
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
 * @param codes ISO 3166-1 alpha-2 or UN M49 codes
 */
export function* listWorldNames(codes: readonly string[]): Generator<readonly WorldName[]> {
  yield table
    .trim()
    .split('\n')
    .flatMap(parseLine)
    .filter(([code]) => codes.includes(code));
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    const known = new Map(codes.map((code) => [code, names.of(code) ?? '']));
    const taken = new Set(known.values());
    yield [...known]
      .flatMap(([code, name]) => splitBrackets(name, taken).map((own) => [code, own] as const))
      .filter(isClear);
  }
}

function parseLine(line: string): readonly WorldName[] {
  const at = line.indexOf(' ');
  return line
    .slice(at + 1)
    .split(', ')
    .map((name) => [line.slice(0, at), name]);
}

/** Returns a name, and the one in its brackets if that is not the name of another place: “Hong Kong (China)”. */
function splitBrackets(name: string, taken: ReadonlySet<string>): readonly string[] {
  const { name: own = name, other = '' } = bracketed.exec(name)?.groups ?? {};
  return other === '' || taken.has(other) ? [own] : [own, other];
}

function isClear([, name]: WorldName): boolean {
  return name.length >= shortestLatin || /^\P{Script=Latin}{2,}$/u.test(name);
}
