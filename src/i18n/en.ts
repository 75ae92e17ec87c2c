import type { ArticleKind, SourceType } from '../news/article.ts';
import type { CorrectionKind } from '../news/correction.ts';
import type { FeedFormat } from '../news/urls.ts';

const number = new Intl.NumberFormat('en-GB');
const plural = new Intl.PluralRules('en');
const collator = new Intl.Collator('en-GB');
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Writes a count with its noun: `1 story`, `1,200 stories`. */
function count(value: number, one: string, other: string): string {
  return `${number.format(value)} ${plural.select(value) === 'one' ? one : other}`;
}

/** Every word of the interface, in English. */
export const en = {
  skipToContent: 'Skip to the content',
  // Masthead and footer
  sections: 'Sections',
  front: 'Front page',
  topics: 'Topics',
  tags: 'Tags',
  regions: 'Regions',
  storylines: 'Storylines',
  authors: 'Desks and authors',
  archive: 'Archive',
  search: 'Search',
  corrections: 'Corrections',
  about: 'About',
  feeds: 'Feeds',
  footer: 'This site',
  // Counting
  storiesAbout: (title: string) => `Stories on ${title}, newest first.`,
  stories: (value: number) => count(value, 'story', 'stories'),
  sourceCount: (value: number) => count(value, 'source', 'sources'),
  minutes: (value: number) => count(value, 'minute', 'minutes'),
  number: (value: number) => number.format(value),
  list: (items: readonly string[]) => list.format(items),
  /** Puts two names into the order of the language. */
  compare: (a: string, b: string) => collator.compare(a, b),
  // Front page
  latest: 'Latest',
  alsoToday: 'More top stories',
  moreByTopic: 'More by topic',
  byRegion: 'By region',
  continuing: 'Continuing stories',
  allStories: 'All stories by month',
  latestOn: (day: string) => `latest ${day}`,
  emptyEdition: 'No story has been published yet.',
  // Article
  kinds: {
    report: 'Report',
    explainer: 'Explainer',
    analysis: 'Analysis',
    opinion: 'Opinion',
    background: 'Background',
    timeline: 'Timeline',
  } satisfies Record<ArticleKind, string>,
  kicker: 'Topic and place',
  mapAlt: (places: string, city: string | undefined) =>
    city === undefined ? `Map: ${places}` : `Map: ${places}, with ${city} marked`,
  mapOfWorld: 'Map of the world',
  filedFrom: (place: string) => `Filed from ${place}.`,
  shaded: 'On the map:',
  published: 'Published',
  updated: 'Updated',
  readingTime: (minutes: string) => `${minutes} to read`,
  keyPoints: 'Key points',
  sources: 'Sources',
  sourceTypes: {
    official: 'official text',
    agency: 'news agency',
    reference: 'reference work',
  } satisfies Record<SourceType, string>,
  noAddress: 'no public address',
  related: 'Related stories',
  placesAndTags: 'Places and tags',
  reasonStoryline: (title: string) => `Same storyline: ${title}`,
  reasonPlaceAndTopic: (place: string, topic: string) => `${place}, ${topic}`,
  reasonTags: (tags: string) => `Also about ${tags}`,
  correctionKinds: {
    correction: 'Correction',
    clarification: 'Clarification',
    update: 'Update',
  } satisfies Record<CorrectionKind, string>,
  partOf: (part: number, total: number) => `Part ${number.format(part)} of ${number.format(total)}`,
  previously: 'Previously',
  next: 'Next',
  allParts: 'The whole storyline',
  newChapter: 'new for you',
  questions: 'Questions',
  /** By plural form; `{years}` is the number. */
  ageForms: {
    one: 'This story is more than a year old.',
    other: 'This story is more than {years} years old.',
  } as Readonly<Record<string, string>>,
  pointSupported: (point: string) => `Where the story says so: ${point}`,
  withdrawnTitle: 'This story was withdrawn',
  withdrawnText:
    'We no longer stand by it. What was said here is gone; the address stays, so that links do not mislead.',
  movedTitle: 'This page has moved',
  movedText: 'Its new address is',
  // Listings
  pages: 'Pages',
  newer: 'Newer',
  older: 'Older',
  newestStories: 'Newest',
  newerStories: (span: string) => `Newer: ${span}`,
  olderStories: (span: string) => `Older: ${span}`,
  oldestStories: (span: string) => `Oldest: ${span}`,
  feed: 'Feed',
  emptyListing: 'No story here yet.',
  breadcrumb: 'Where you are',
  within: 'Places here',
  withoutStories: (places: number) => `${count(places, 'place', 'places')} without stories`,
  neighbours: 'Next to it',
  storylinesHere: 'Continuing stories here',
  topicsHere: 'Topics here',
  emptyRegion: (title: string) => `No story about ${title} has been published yet.`,
  storiesAround: (title: string) => `The newest stories from ${title}`,
  groups: 'Groups of places',
  inGroups: 'Part of',
  members: 'Members',
  searchWithin: (title: string) => `Search in ${title}`,
  milestones: 'Milestones',
  chapters: 'All chapters',
  whereItStands: 'Where it stands',
  startReading: 'Read from the beginning:',
  correctionsIntro:
    'What we got wrong, or left unclear, and when we put it right. Every notice also stands with its story.',
  noCorrections: 'No story has been corrected so far.',
  topicsIntro: 'Every story has one topic.',
  tagsIntro: 'What the stories name, from A to Z.',
  regionsIntro: 'Where the stories play. A story about a country also counts for everything above it.',
  regionsIn: (period: string) => `Regions, ${period}`,
  period: 'Period',
  allTime: 'All time',
  range: (least: number, most: number) => `${number.format(least)}–${number.format(most)}`,
  worldMap: 'Map of the world by number of stories',
  worldMapLegend: 'Stories:',
  worldMapHint: 'Every shaded country leads to its stories. A dot marks a small one.',
  bordersNote:
    'Outlines: Natural Earth in the edition of Visionscarto, which follows United Nations maps in most disputed places. Places and codes follow ISO 3166 and UN M49, names the Unicode CLDR. None of this is a statement on the status of a territory.',
  storylinesIntro: 'Stories that go on, told in chapters.',
  authorsIntro: 'Who writes and signs the stories.',
  archiveOf: (year: string) => `Archive ${year}`,
  archiveIntro: (year: string) => `All stories of ${year}, month by month.`,
  allYears: 'All years',
  feedsIntro:
    'Every listing has an RSS feed with the full text of its latest stories, their sources and corrections; some have Atom and JSON Feed too. Put an address into your feed reader. The Atom feed of everything leads back through the whole archive.',
  feedFormats: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } satisfies Record<FeedFormat, string>,
  opml: 'All topics, storylines, desks and regions in one file (OPML)',
  feedsOf: (name: string) => `Feeds of ${name}`,
  wholeSite: 'Everything',
  // Search
  searchLabel: 'Search the archive',
  searchHint: 'Words, names, places',
  region: 'Region',
  topic: 'Topic',
  tag: 'Tag',
  storyline: 'Storyline',
  kind: 'Kind',
  author: 'Desk or author',
  dates: 'Published',
  fromMonth: 'From',
  toMonth: 'To',
  anyMonth: 'Any time',
  filters: 'Filters',
  allValues: (count: string) => `All ${count}`,
  fewerValues: 'Fewer',
  removeFilter: (name: string) => `Remove filter: ${name}`,
  chosenFilters: 'Chosen filters',
  sort: 'Order',
  sortRelevance: 'Best match',
  sortNewest: 'Newest first',
  sortOldest: 'Oldest first',
  clearFilters: 'Clear all',
  searchNoScript:
    'Searching by keyword needs JavaScript, which is off or did not load. Without it you can go by place, topic, tag or date:',
  searchIdle: 'Type what you remember, or open the filters to browse.',
  searchLoading: 'Searching …',
  searchOlder: (month: string) => `Searching ${month} and earlier …`,
  searchNewest: (month: string) => `Not searched yet: ${month} and earlier.`,
  searchOlderNow: (month: string) => `Search ${month} and earlier`,
  searchFailed:
    'The search index could not be loaded. Check the connection and try again, or go by place, topic, tag or date:',
  searchRetry: 'Try again',
  searchNone: (query: string) => `Nothing found for “${query}”.`,
  searchNoneFiltered: 'No story fits all of these filters.',
  searchNoneHelp: 'Try fewer or other words, or take filters away.',
  searchCorrected: (typed: string) => `No story has the word “${typed}”. Did you mean`,
  searchCorrectedShown: 'Its answers are shown.',
  searchIndexAge: (age: string) => `Authoring server: the index is that of the last build, ${age}.`,
  searchIndexMissing: 'Authoring server: there is no search index yet. `npm run build` makes one.',
  searchKeys: 'Press / to search from any page, ↓ and ↑ to go through the answers, Esc to come back here.',
  searchMore: 'More results',
  /** By plural form of the language; `{count}` is the number. */
  resultForms: { one: '{count} story found', other: '{count} stories found' } as Readonly<Record<string, string>>,
  sectionsFound: 'Sections',
  // A story that was opened from the search
  wordsMarked: 'What you searched for is marked.',
  hideMarks: 'Take the marks away',
  // 404
  notFoundTitle: 'There is nothing at this address',
  notFoundText:
    'The address may be mistyped or old. Stories never move without leaving a sign, so a search should find it.',
  // Cards
  cardAlt: (title: string, places: string) => (places === '' ? title : `${title} Map: ${places}.`),
  // Markdown
  footnotes: 'Notes',
  backToReference: (value: number) => `Back to the text, note ${number.format(value)}`,
  linkToSection: (heading: string) => `Link to the section “${heading}”`,
  table: 'Table',
  taskDone: 'Done',
  taskOpen: 'Not done',
};

/** What every language's dictionary holds. */
export type Dictionary = typeof en;
