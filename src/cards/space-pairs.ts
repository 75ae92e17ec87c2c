/** A part of a font file that begins at an offset. All numbers are big-endian. */
interface Part {
  readonly view: DataView;
  readonly at: number;
}

/**
 * Removes the kerning between the space and any letter, in place. Newsreader draws the space in beside A, T, V, W and Y by up to a sixth
 * on each side, so that in headlines words run together.
 *
 * Source: https://learn.microsoft.com/typography/opentype/spec/gpos (pair adjustment, lookup types 2 and 9)
 *
 * @param font a static OpenType font
 * @param spaces numbers of the glyphs of its spaces
 * @throws if the kerning of a space is shared with another glyph
 */
export function removeSpacePairs(font: Uint8Array, spaces: ReadonlySet<number>): void {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const gpos = findTable(view, 'GPOS');
  if (gpos === undefined) return;
  const lookups = follow({ view, at: gpos }, 8);
  for (const lookup of listOffsets(lookups, 0)) {
    const type = read(lookup, 0);
    for (const subtable of listOffsets(lookup, 4)) {
      const isExtension = type === 9 && read(subtable, 2) === 2;
      if (type === 2) clearPairs(subtable, spaces);
      if (isExtension) clearPairs({ view, at: subtable.at + view.getUint32(subtable.at + 4) }, spaces);
    }
  }
}

function findTable(view: DataView, name: string): number | undefined {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    if (tag === name) return view.getUint32(at + 8);
  }
  return undefined;
}

function read({ view, at }: Part, offset: number): number {
  return view.getUint16(at + offset);
}

function follow(part: Part, offset: number): Part {
  return { view: part.view, at: part.at + read(part, offset) };
}

/** Lists the parts that a count and that many offsets name. */
function listOffsets(part: Part, offset: number): readonly Part[] {
  return Array.from({ length: read(part, offset) }, (_, index) => follow(part, offset + 2 + 2 * index));
}

function clearPairs(subtable: Part, spaces: ReadonlySet<number>): void {
  // Only advances of the first glyph: kerning has nothing else.
  if (read(subtable, 4) !== 4 || read(subtable, 6) !== 0) throw new Error('The font has pairs of an unknown form.');
  if (read(subtable, 0) === 1) clearGlyphPairs(subtable, spaces);
  else clearClassPairs(subtable, spaces);
}

/** Format 1: for each first glyph a set of second glyphs with an advance. */
function clearGlyphPairs(subtable: Part, spaces: ReadonlySet<number>): void {
  const covered = listCovered(follow(subtable, 2));
  const sets = listOffsets(subtable, 8);
  for (const [index, set] of sets.entries()) {
    const isSpace = spaces.has(covered[index] ?? 0);
    const sharing = covered.filter((_glyph, other) => sets[other]?.at === set.at);
    if (isSpace && !sharing.every((glyph) => spaces.has(glyph))) throw sharedError;
    for (let record = 0; record < read(set, 0); record += 1) {
      const at = set.at + 2 + 4 * record;
      if (isSpace || spaces.has(set.view.getUint16(at))) set.view.setInt16(at + 2, 0);
    }
  }
}

const sharedError = new Error('The font kerns another glyph together with a space.');

/** Format 2: advances by the class of the first glyph and that of the second. */
function clearClassPairs(subtable: Part, spaces: ReadonlySet<number>): void {
  const [firstCount, secondCount] = [read(subtable, 12), read(subtable, 14)];
  const covered = listCovered(follow(subtable, 2));
  const [first, second] = [readClasses(follow(subtable, 8)), readClasses(follow(subtable, 10))];
  const rows = listOwnClasses(new Map(covered.map((glyph) => [glyph, first.get(glyph) ?? 0])), spaces);
  const columns = listOwnClasses(second, spaces);
  for (let row = 0; row < firstCount; row += 1) {
    for (let column = 0; column < secondCount; column += 1) {
      if (!rows.has(row) && !columns.has(column)) continue;
      subtable.view.setInt16(subtable.at + 16 + 2 * (row * secondCount + column), 0);
    }
  }
}

/** Lists the classes of the spaces, which may have no other glyphs. */
function listOwnClasses(classes: ReadonlyMap<number, number>, spaces: ReadonlySet<number>): ReadonlySet<number> {
  const own = new Set([...classes].flatMap(([glyph, kind]) => (spaces.has(glyph) ? [kind] : [])));
  if ([...classes].some(([glyph, kind]) => own.has(kind) && !spaces.has(glyph))) throw sharedError;
  return own;
}

/** Lists the glyphs of a coverage table. */
function listCovered(table: Part): readonly number[] {
  const count = read(table, 2);
  if (read(table, 0) === 1) return Array.from({ length: count }, (_, index) => read(table, 4 + 2 * index));
  return Array.from({ length: count }, (_, index) => listRange(table, 4 + 6 * index)).flat();
}

function readClasses(table: Part): ReadonlyMap<number, number> {
  const classes = new Map<number, number>();
  if (read(table, 0) === 1) {
    for (let index = 0; index < read(table, 4); index += 1)
      classes.set(read(table, 2) + index, read(table, 6 + 2 * index));
  } else {
    for (let index = 0; index < read(table, 2); index += 1) {
      const at = 4 + 6 * index;
      for (const glyph of listRange(table, at)) classes.set(glyph, read(table, at + 4));
    }
  }
  return classes;
}

function listRange(table: Part, offset: number): readonly number[] {
  const [first, last] = [read(table, offset), read(table, offset + 2)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
