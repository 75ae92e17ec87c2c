/** One page of every type in the demo edition, by the name that test titles give it. */
export const demoPages = {
  'the front page': '',
  'a report': '2024/11/us-arms-control-chief-bucharest/',
  'a corrected report': '2024/10/nato-rutte-north-korean-troops-kursk/',
  'an explainer': '2024/11/article-6-carbon-credits-explained/',
  'a timeline': '2024/12/north-korea-russia-timeline/',
  'a year': '2024/',
  'a month': '2024/11/',
  'the index of storylines': 'storylines/',
  'a storyline': 'storylines/dprk-russia/',
  'the index of places': 'regions/',
  'the places of a month': 'regions/2024/11/',
  'a place': 'regions/asia/',
  'a place across the date line': 'regions/polynesia/',
  'the index of topics': 'topics/',
  'a topic': 'topics/health/',
  'the index of tags': 'tags/',
  'a tag': 'tags/russia/',
  'the index of authors': 'authors/',
  'an author': 'authors/world-desk/',
  'the search': 'search/',
  'the search with answers': 'search/?q=nuclear',
  'the corrections': 'corrections/',
  'a page about the newsroom': 'about/',
  'the feeds': 'feeds/',
  'an address that does not exist': '404.html',
  'the page shown offline': 'offline/',
} as const;

/** The name of a type of page. */
export type PageType = keyof typeof demoPages;

/** Name and address of every type of page, in the form of `it.each`. */
export const demoPageTypes = Object.entries(demoPages);

/** Types that differ in their layout. The others are made of the same parts. For tests that take long on each page. */
export const layouts = (
  [
    'the front page',
    'a report',
    'an explainer',
    'a storyline',
    'the index of places',
    'a place',
    'a place across the date line',
    'the search',
    'an address that does not exist',
  ] as const satisfies readonly PageType[]
).map((name) => [name, demoPages[name]] as const);

/** The same types in the Arabic edition, as far as it has them. */
export const arabicPages: Readonly<Partial<Record<PageType, string>>> = {
  'the front page': '',
  'a report': '2025/12/lead/',
  'a corrected report': '2025/12/correction/',
  'an explainer': '2025/11/explainer/',
  'a timeline': '2025/12/timeline/',
  'a year': '2025/',
  'a month': '2025/12/',
  'a storyline': 'storylines/test-edition/',
  'the index of places': 'regions/',
  'a place': 'regions/egypt/',
  'the index of topics': 'topics/',
  'the index of tags': 'tags/',
  'the index of authors': 'authors/',
  'the search': 'search/',
  'the search with answers': 'search/?q=خريطة',
  'the corrections': 'corrections/',
  'a page about the newsroom': 'about/',
  'the feeds': 'feeds/',
  'an address that does not exist': '404.html',
};
