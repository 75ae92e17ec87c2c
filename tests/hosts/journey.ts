/** The elements that readers click, the same in every browser: the first match of each. */
export const clicks = {
  frontStory: 'main h2 a',
  placeOfStory: 'main a[href^="/regions/"]',
  storyOfPlace: 'main h3 a, main h2 a',
  answer: '[data-results] h2 a, [data-results] h3 a',
  settings: '.settings-button',
} as const;

/** The addresses that they lead to. */
export const addresses = {
  story: /^\/\d{4}\/\d{2}\/[^/]+\/$/u,
  place: /^\/regions\/[^/]+\/$/u,
} as const;

/** A story of the demo edition, with a map. */
export const story = '2024/11/us-arms-control-chief-bucharest/';

/** Runs in a page: returns the width of the story's map in its own pixels, once it has loaded. */
export async function getMapWidth(): Promise<number> {
  const map = document.querySelector<HTMLImageElement>('main img[src*="/maps/"]');
  await map?.decode();
  return map?.naturalWidth ?? 0;
}

/** Runs in a page: adds a foreign script and returns the page's title, which is `run` if the script ran. */
export function addScript(): string {
  const script = document.createElement('script');
  script.append('document.title = "run"');
  document.head.append(script);
  return document.title;
}
