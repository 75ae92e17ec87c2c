import type { ArticleKind, DatelineMeaning, SourceType } from '../news/article.ts';
import type { NoticeKind } from '../news/notices.ts';
import type { FeedFormat } from '../news/urls.ts';
import type { Formats, PluralForms } from './formats.ts';

/** Every word of the interface, in English. */
export const en = ({ number, list, collator, count }: Formats<'one' | 'other'>) => ({
  skipToContent: 'Skip to content',
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
  feeds: 'Feeds',
  footer: 'This site',
  imprint: 'Imprint',
  donate: 'Support us',
  // Counting
  storiesAbout: (title: string) => `Stories on ${title}, newest first.`,
  stories: (value: number) => count(value, { one: '{n} story', other: '{n} stories' }),
  sourceCount: (value: number) => count(value, { one: '{n} source', other: '{n} sources' }),
  parts: (value: number) => count(value, { one: '{n} part', other: '{n} parts' }),
  minutes: (value: number) => count(value, { one: '{n} minute', other: '{n} minutes' }),
  /** Minutes in a line with other numbers. */
  minutesShort: (value: number) => count(value, { one: '{n} min', other: '{n} min' }),
  number: (value: number) => number.format(value),
  list: (items: readonly string[]) => list.format(items),
  /** Separates two items on one line, with its space. */
  comma: ', ',
  semicolon: '; ',
  /** Compares two names in the order of the language. */
  compare: (a: string, b: string) => collator.compare(a, b),
  // Front page
  latest: 'Latest',
  alsoToday: 'More top stories',
  moreByTopic: 'More by topic',
  allStories: 'All stories by month',
  emptyEdition: 'No stories have been published yet.',
  // Article
  kinds: {
    report: 'Report',
    explainer: 'Explainer',
    analysis: 'Analysis',
    opinion: 'Opinion',
    background: 'Background',
    timeline: 'Timeline',
  } satisfies Record<ArticleKind, string>,
  mapAlt: (places: string, city: string | undefined) =>
    city === undefined ? `Map: ${places}` : `Map: ${places}, with ${city} marked`,
  datelines: {
    filed: (place: string) => `Filed from ${place}.`,
    event: (place: string) => `Place of the event: ${place}.`,
  } satisfies Record<DatelineMeaning, (place: string) => string>,
  shaded: 'On the map:',
  published: 'Published',
  updated: 'Updated',
  readingTime: (minutes: string) => `Reading time: ${minutes}`,
  keyPoints: 'Key points',
  questions: 'Questions',
  sources: 'Sources',
  sourceTypes: {
    official: 'official text',
    agency: 'news agency',
    reference: 'reference work',
  } satisfies Record<SourceType, string>,
  noAddress: 'no public address',
  related: 'Related stories',
  placesAndTags: 'Places and tags',
  moreOnThis: 'More on this',
  reasonStoryline: (title: string) => `Same storyline: ${title}`,
  reasonPlaceAndTopic: (place: string, topic: string) => `${place}, ${topic}`,
  reasonTags: (tags: string) => `Also about ${tags}`,
  correctionKinds: {
    correction: 'Correction',
    clarification: 'Clarification',
    update: 'Update',
    withdrawn: 'Withdrawn',
  } satisfies Record<NoticeKind, string>,
  partOf: (part: number, total: number) => `Part ${number.format(part)} of ${number.format(total)}`,
  previously: 'Previously',
  next: 'Next',
  allParts: 'Full storyline',
  newChapter: 'new to you',
  /** By plural form; `{n}` is the number. */
  ageForms: ageForms as PluralForms,
  age: (years: number) => count(years, ageForms),
  monthForms: monthForms as PluralForms,
  ageInMonths: (months: number) => count(months, monthForms),
  sourceUses: 'Paragraphs:',
  pointSupported: (point: number) => `See where the story supports point ${number.format(point)}`,
  basedIn: (place: string) => `Based in ${place}`,
  worksIn: (languages: string) => `Works in ${languages}`,
  withdrawnTitle: 'This story was withdrawn',
  withdrawnText:
    'We no longer stand by this story and have removed its text. This page remains so that links to it still work.',
  // Preview, which editors see
  preview: 'Preview',
  previewNotice: 'Preview: includes unpublished material. Do not share.',
  problems: 'There are errors in the content. Pages will not change until they are fixed.',
  holdNames: { draft: 'Draft', embargo: 'Under embargo', expired: 'Expired' },
  /** In a sentence, with the instant. A draft has none. */
  holdNotices: {
    draft: (_at: string) => 'Draft: readers cannot see this story.',
    embargo: (until: string) => `Under embargo: readers will see this story from ${until}.`,
    expired: (since: string) => `Expired: hidden from readers since ${since}.`,
  },
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
  emptyListing: 'No stories here yet.',
  breadcrumb: 'You are here',
  within: 'Places in this region',
  withoutStories: (places: number) =>
    count(places, { one: '{n} place without stories', other: '{n} places without stories' }),
  neighbours: 'Neighbouring places',
  storylinesHere: 'Continuing stories here',
  placesHere: 'Places here',
  topicsHere: 'Topics here',
  mainlyAbout: (title: string) => `Mainly about ${title}`,
  alsoAbout: (title: string) => `Also about ${title}`,
  emptyRegion: (title: string) => `No stories about ${title} have been published yet.`,
  storiesAround: (title: string) => `Latest stories from ${title}`,
  groups: 'Groups of places',
  inGroups: 'Part of',
  members: 'Members',
  searchWithin: (title: string) => `Search in ${title}`,
  milestones: 'Milestones',
  whereItStands: 'Where things stand',
  startReading: (parts: string, minutes: string) => `Read from the beginning (${parts}, ${minutes})`,
  correctionsIntro:
    'What we got wrong, or left unclear, and when we put it right. Every notice also appears with its story.',
  noCorrections: 'No corrections so far.',
  topicsIntro: 'Every story has one topic.',
  tagsIntro: 'All the tags of our stories, from A to Z.',
  regionsIntro: 'Where the news happens. A story about a country also counts towards the regions that contain it.',
  regionsIn: (period: string) => `Regions, ${period}`,
  period: 'Period',
  allTime: 'All time',
  range: (least: number, most: number) => number.formatRange(least, most),
  worldMap: 'Map of the world by number of stories',
  worldMapLegend: 'Stories:',
  worldMapHint: 'Select a shaded country to see its stories. Dots mark small countries.',
  bordersNote:
    'Outlines: Natural Earth, as edited by Visionscarto, which follows United Nations maps in most disputed places. Places and codes follow ISO 3166 and UN M49; names follow the Unicode CLDR. None of this is a statement on the status of any territory.',
  storylinesIntro: 'Continuing stories, told in chapters.',
  authorsIntro: 'The people and desks behind our stories.',
  archiveOf: (year: string) => `Archive ${year}`,
  archiveIntro: (year: string) => `All stories from ${year}, month by month.`,
  allYears: 'All years',
  feedsIntro:
    'The feeds of the whole site, topics, storylines and regions have the full text of their latest stories, including sources and corrections; those of authors and tags have summaries that link to the stories. All are RSS; the whole site and topics also have Atom and JSON feeds. Add an address to your feed reader. The Atom feed of the whole site reaches back through the entire archive.',
  feedFormats: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } satisfies Record<FeedFormat, string>,
  opml: 'All topics, storylines, desks and regions in one file (OPML)',
  feedsOf: (name: string) => `Feeds for ${name}`,
  wholeSite: 'Whole site',
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
  allValues: (count: string) => `Show all ${count}`,
  fewerValues: 'Show fewer',
  removeFilter: (name: string) => `Remove filter: ${name}`,
  chosenFilters: 'Active filters',
  sort: 'Sort by',
  sortRelevance: 'Best match',
  sortNewest: 'Newest first',
  sortOldest: 'Oldest first',
  clearFilters: 'Clear all',
  searchNoScript:
    'Searching by keyword needs JavaScript, which is off or did not load. Without it, you can browse by place, topic, tag or date:',
  searchLoading: 'Searching …',
  searchOlder: (month: string) => `Searching ${month} and earlier …`,
  searchNewest: (month: string) => `Not searched yet: ${month} and earlier.`,
  searchOlderNow: (month: string) => `Search ${month} and earlier`,
  searchFailed:
    'The search index could not be loaded. Check your connection and try again, or browse by place, topic, tag or date:',
  searchRetry: 'Try again',
  searchKeptOnly: 'The index cannot be reached: only stories saved on this device were searched.',
  searchKeptUnfiltered: 'Filters need a connection.',
  searchNone: (query: string) => `Nothing found for “${query}”.`,
  searchNoneFiltered: 'No stories match all of these filters.',
  searchNoneHelp: 'Try fewer or different words.',
  searchNoneFilteredHelp: 'Try fewer or different words, or remove some filters.',
  searchUnfiltered: (query: string) => `Search all stories for “${query}”`,
  searchNear: 'Places and topics with similar names:',
  searchQuoted: (word: string) => `“${word}”`,
  searchCorrected: (typed: string) => `No story contains the word ${typed}. Did you mean`,
  /** Follows the word that was meant, without a space. */
  searchCorrectedShown: '? Showing results for that word.',
  /** Follows a word that is only offered, without a space. */
  searchOfferedEnd: '?',
  searchUnquoted: 'The quotation marks were ignored.',
  /** Follows the number of stories in which only words such as “what” and “is” were found. */
  searchCommonOnly: 'They contain only the common words of your search.',
  /** Follows the number of stories, before the month from which on older ones were not searched. */
  searchNotAll: 'None of them contains all of the words.',
  searchIndexAge: (age: string) => `Authoring server: this search index is from the last build (${age}).`,
  searchIndexMissing: 'Authoring server: there is no search index yet. Run `npm run build` to create one.',
  searchKeys: 'Press / to search from any page, ↓ and ↑ to move through the results, Esc to return to the search box.',
  searchMore: 'More results',
  /** Words for periods in a query, with `|` between the forms that readers type. */
  searchPeriods: {
    today: 'today',
    yesterday: 'yesterday',
    thisWeek: 'this week',
    lastWeek: 'last week',
    thisMonth: 'this month',
    lastMonth: 'last month',
    thisYear: 'this year',
    lastYear: 'last year',
  },
  /** By plural form of the language; `{count}` is the number. */
  resultForms: { one: '{count} story found', other: '{count} stories found' } as PluralForms,
  entities: 'Places and topics',
  entityForms: { one: '{count} place or topic', other: '{count} places and topics' } as PluralForms,
  storyForms: { one: '{count} story', other: '{count} stories' } as PluralForms,
  // A story that was opened from the search
  wordsMarked: 'Your search words are highlighted.',
  hideMarks: 'Remove highlighting',
  // 404
  notFoundTitle: 'Page not found',
  notFoundText:
    'The address may be mistyped or out of date. A story that moves leaves a redirect, so a search should find it.',
  // Without a network
  offlineTitle: 'You are offline',
  offlineText:
    'You have not read this page on this device, so there is no saved copy. It will load as usual when you are back online.',
  offlineKept: 'Pages saved on this device',
  offlineNotice: 'You are offline: this is the page as it was when you last read it.',
  // Cards
  cardAlt: (title: string, places: string) => (places === '' ? title : `${title} Map: ${places}.`),
  // Markdown
  footnotes: 'Notes',
  backToReference: (value: number) => `Back to reference ${number.format(value)}`,
  sourceMark: (value: number, publisher: string) => `Source ${number.format(value)}: ${publisher}`,
  linkToSection: (heading: string) => `Link to the section “${heading}”`,
  table: 'Table',
  taskDone: 'Done',
  taskOpen: 'Not done',
  // Reading
  readingSettings: 'Reading settings',
  /** Each setting with its choices, in display order. `usual` is the default. */
  settings: {
    size: {
      title: 'Text size',
      small: 'Small',
      usual: 'Normal',
      large: 'Large',
      larger: 'Larger',
      largest: 'Largest',
    },
    spacing: { title: 'Line spacing', close: 'Tight', usual: 'Normal', open: 'Wide' },
    width: { title: 'Line length', short: 'Short', usual: 'Normal', long: 'Long' },
    theme: {
      title: 'Colours',
      usual: 'Match device',
      light: 'Light',
      dark: 'Dark',
      sepia: 'Sepia',
      contrast: 'High contrast',
    },
  },
  resetSettings: 'Reset to defaults',
  close: 'Close',
  contents: 'Contents',
  share: 'Share',
  copyPassage: 'Copy link to this passage',
  linkCopied: 'Link copied.',
  linkNotCopied: 'Copy this link:',
  cite: 'Cite this story:',
});

/** The words of the interface in one language. */
export type Dictionary = ReturnType<typeof en>;

const monthForms = {
  one: 'This story is more than a month old.',
  other: 'This story is more than {n} months old.',
} satisfies PluralForms;

const ageForms = {
  one: 'This story is more than a year old.',
  other: 'This story is more than {n} years old.',
} satisfies PluralForms;
