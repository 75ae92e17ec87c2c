import { BitWriter, toRiceWidth } from '../format/bits.ts';
import { plainWeight } from '../pagefind/index-files.ts';
import { roleBase, type EncodedWord } from '../format/postings.ts';
import { isInField, toCode, toPosition, toStory } from '../pagefind/places.ts';

/**
 * The bytes that the places of a word may take in the file that every search for it loads. So common a word says little
 * by where it is. A phrase with it reads its places from Pagefind's file.
 */
const maxPlaceBytes = 700;

const writer = new BitWriter();

/** The stories that contain a word. The lists are used again for the next word, because there are thousands. */
const gaps: number[] = [];
const mentions: number[] = [];
/** How often each story has the word in headings and in each field, as one number. */
const roles: number[] = [];
/** Differences between positions, less one, of all stories. */
const steps: number[] = [];

/**
 * Encodes the stories that contain a word, for ranking: how often each mentions it, in which headings and fields, and
 * where in the text.
 *
 * @param places sorted
 */
export function encodePostings(places: Float64Array): Pick<EncodedWord, 'stories' | 'postings'> {
  collectStories(places);
  const [stories, words] = [gaps.length, sum(steps)];
  const [gapWidth, mentionWidth] = [toRiceWidth(sum(gaps), stories), toRiceWidth(steps.length, stories)];
  const stepWidth = toRiceWidth(words, steps.length);
  const isPlaced = steps.length * (stepWidth + 1) + words / 2 ** stepWidth <= 8 * maxPlaceBytes;
  const ranks = rankRoles();
  writer.clear();
  for (const width of [gapWidth, mentionWidth, stepWidth]) writer.writeBits(width, 4);
  writer.writeBits(isPlaced ? 1 : 0, 1);
  writer.writeRice(ranks.size - 1, 1);
  for (const role of ranks.keys()) writeRole(role);
  let step = 0;
  for (let story = 0; story < stories; story += 1) {
    writer.writeRice(gaps[story] ?? 0, gapWidth);
    writer.writeRice(mentions[story] ?? 0, mentionWidth);
    if (ranks.size > 1) writer.writeRice(ranks.get(roles[story] ?? 0) ?? 0, 0);
    const end = step + (mentions[story] ?? 0);
    for (; step < end; step += 1) if (isPlaced) writer.writeRice(steps[step] ?? 0, stepWidth);
  }
  return { stories, postings: writer.toBytes() };
}

function collectStories(places: Float64Array): void {
  gaps.length = mentions.length = roles.length = steps.length = 0;
  for (let [at, last] = [0, -1]; at < places.length;) {
    const [story, from] = [toStory(places[at] ?? 0), steps.length];
    let [role, isSorted, before] = [0, true, -1];
    for (; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      if (toStory(place) !== story) break;
      const code = toCode(place);
      if (isInField(place)) role = addRole(role, code + 1);
      else {
        if (code > plainWeight + 1) role = addRole(role, 0);
        const position = toPosition(place);
        isSorted &&= position > before;
        before = position;
        steps.push(position);
      }
    }
    // Words of headings come after the others, and parts of a compound have the same position.
    if (!isSorted) steps.push(...toAscending(steps.splice(from)));
    toDifferences(from);
    gaps.push(story - last - 1);
    mentions.push(steps.length - from);
    roles.push(role);
    last = story;
  }
}

function toAscending(positions: number[]): readonly number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}

/** Turns positions into differences. */
function toDifferences(from: number): void {
  let last = -1;
  for (let at = from; at < steps.length; at += 1) {
    const position = steps[at] ?? 0;
    steps[at] = position - last - 1;
    last = position;
  }
}

/** Counts a place in a heading (0) or in a field (its number and 1). Beyond a few, no more are counted. */
function addRole(role: number, which: number): number {
  const unit = roleBase ** which;
  return Math.floor(role / unit) % roleBase < roleBase - 1 ? role + unit : role;
}

/** Ranks the roles of a word, that of most stories first. A story then says its role in a bit or two. */
function rankRoles(): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
  const sorted = [...counts].sort(([a, one], [b, other]) => other - one || a - b);
  return new Map(sorted.map(([role], rank) => [role, rank]));
}

/** Writes a role as its length and the counts in it. */
function writeRole(role: number): void {
  const counts: number[] = [];
  for (let left = role; left > 0; left = Math.floor(left / roleBase)) counts.push(left % roleBase);
  writer.writeRice(counts.length, 0);
  for (const count of counts) writer.writeRice(count, 0);
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
