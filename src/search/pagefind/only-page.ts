import { CborReader } from './cbor.ts';

/** Receives the places of words: the number of the word in the text with its weight, or in the meta field. */
interface PlaceReader {
  inText(word: string, at: number, weight: number): void;
  inField(word: string, at: number): void;
}

/** Reads a word file of an index of one page. Words that lost marks are read as they were before. */
export function readOnlyPage(chunk: Uint8Array, read: PlaceReader): void {
  const reader = new CborReader(chunk);
  reader.readArray();
  for (let left = reader.readArray(); left > 0; left -= 1) {
    reader.readArray();
    readPages(reader, reader.readText(), read);
    for (let spellings = reader.readArray(); spellings > 0; spellings -= 1) {
      reader.readArray();
      readPages(reader, reader.readText(), read);
    }
  }
}

/** There is one page, the text, or none if all places are those of a spelling. */
function readPages(reader: CborReader, word: string, { inText, inField }: PlaceReader): void {
  for (let pages = reader.readArray(); pages > 0; pages -= 1) {
    reader.readArray();
    reader.readNumber();
    readPlaces(reader, (at, weight) => inText(word, at, weight));
    readPlaces(reader, (at) => inField(word, at));
  }
}

/** Reads differences between places. Negative numbers are the weight or the field of those after them, and restart the count. */
function readPlaces(reader: CborReader, onPlace: (at: number, code: number) => void): void {
  let [code, at] = [0, 0];
  for (let left = reader.readArray(); left > 0; left -= 1) {
    const value = reader.readNumber();
    if (value < 0) [code, at] = [-1 - value, 0];
    else onPlace((at += value), code);
  }
}
