import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { getSiteDir } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

const dir = getSiteDir('arabic');
const read = (file: string) => readSiteFile(dir, file);
const open = async (file: string) => parseHTML(await read(file)).document;

/** Names that Arabic newsrooms also write in Latin letters, and the titles of stories and their sources. */
const names =
  /RSS|Atom|JSON Feed|OPML|Natural Earth|Visionscarto|ISO|UN M49|CLDR|W3C|HTML|CSS|Esc|Structural markup and right-to-left text in HTML|Unicode Bidirectional Algorithm|UAX|Unicode Consortium|Gazetteer test desk|bidi/gu;

function toLanguages(html: string): readonly (string | undefined)[] {
  return [...html.matchAll(/"inLanguage":"(?<tag>[^"]+)"/gu)].map((match) => match.groups?.['tag']);
}

describe('the edition in Arabic', () => {
  let pages: readonly string[] = [];
  beforeAll(async () => {
    pages = await listFiles(dir, '.html');
  });

  it('is in Arabic and from right to left on every page, moved ones too', async () => {
    expect(pages.length).toBeGreaterThan(250);
    for (const file of pages) {
      const { documentElement } = await open(file);
      expect([file, documentElement.lang, documentElement.dir]).toEqual([file, 'ar', 'rtl']);
    }
    expect(await read('old/first-page/index.html')).toContain('انتقلت هذه الصفحة');
  });

  it('has no word of English left that is not marked as English', async () => {
    const left = new Set<string>();
    for (const file of pages) {
      const page = await open(file);
      for (const element of page.querySelectorAll('[lang="en"], script, style, template, [dir="ltr"], title'))
        element.remove();
      const said = [
        page.body.textContent ?? '',
        ...[
          'aria-label',
          'alt',
          'placeholder',
          'title',
          'data-forms',
          'data-text',
          'data-button',
          'data-label',
        ].flatMap((name) => [...page.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? '')),
      ].join('\n');
      const words = said.replace(/\{\w+\}|"(?:zero|one|two|few|many|other)"/gu, '').replace(names, '');
      for (const [word] of words.matchAll(/[A-Za-z]{2,}/gu)) left.add(`${word} in ${file}`);
    }
    expect([...left].slice(0, 20)).toEqual([]);
  });

  it('writes numbers and dates in the digits of its locale', async () => {
    const front = await open('index.html');
    expect(front.querySelector('.masthead-date')?.textContent).toContain('٢٠ ديسمبر ٢٠٢٥');
    expect(front.documentElement.dataset['digits']).toBe('arab');
    expect((await open('2025/index.html')).querySelector('h1')?.textContent).toBe('أرشيف عام ٢٠٢٥');
    expect((await open('topics/newsroom/index.html')).querySelector('.listing-line span')?.textContent).toBe('٤ أخبار');
  });

  it('gives places the names that Unicode has, and the addresses that they have in English', async () => {
    const page = await open('regions/egypt/index.html');
    expect(page.querySelector('h1')?.textContent).toBe('مصر');
    expect(page.querySelector('.breadcrumb')?.textContent).toContain('أفريقيا');
  });

  it.each([
    ['index.html', '.front-seconds h2[lang]'],
    ['index.html', '.front-seconds .standfirst[lang]'],
    ['2025/12/lead/index.html', '.chapters a[lang]'],
    ['2025/12/lead/index.html', '.related h3[lang]'],
    ['storylines/test-edition/index.html', '.teaser h3[lang]'],
    ['regions/egypt/index.html', '.teaser h3[lang]'],
  ])('says on /%s at %s that a story is in English', async (file, selector) => {
    const marked = [...(await open(file)).querySelectorAll(selector)];
    expect(marked.map((element) => [element.getAttribute('lang'), element.getAttribute('dir')])).toEqual([
      ['en', 'ltr'],
    ]);
  });

  it('writes what it says amid a text in the language of that text', async () => {
    const english = await open('2025/12/english-story/index.html');
    expect(english.querySelector('.prose .footnotes h2')?.textContent).toBe('Notes');
    expect(english.querySelector('.key-points')?.getAttribute('aria-label')).toBe('Key points');
    expect(english.querySelector('.point-link')?.getAttribute('aria-label')).toBe(
      'See where the story supports point 1',
    );
    const arabic = await open('2025/11/explainer/index.html');
    expect(arabic.querySelector('.prose .footnotes h2')?.textContent).toBe('الهوامش');
    expect(arabic.querySelector('.sidebar-toc h2')?.textContent).toBe('الأسئلة');
  });

  it('tells machines the language of every story', async () => {
    expect(toLanguages(await read('2025/12/english-story/index.html'))).toEqual(['en']);
    expect(toLanguages(await read('2025/12/lead/index.html'))).toEqual(['ar']);
    expect(await read('2025/12/english-story/index.html')).toContain('<meta property="og:locale" content="en_US">');
    expect(await read('2025/12/lead/index.html')).toContain('<meta property="og:locale" content="ar_EG">');
  });

  it('tells feed readers the language and direction of every story', async () => {
    expect(await read('feed.xml')).toMatch(/<language>ar<\/language>[\s\S]*<dc:language>en<\/dc:language>/u);
    expect(await read('atom.xml')).toMatch(/<feed [^>]*xml:lang="ar"[\s\S]*<entry xml:lang="en"/u);
    const { language, items } = JSON.parse(await read('feed.json'));
    expect(language).toBe('ar');
    const texts = items.map(({ content_html: html, language: own }: Record<string, string>) => [
      own,
      /^<div [^>]*>/u.exec(html ?? '')?.[0],
    ]);
    expect(texts).toContainEqual(['en', '<div lang="en" dir="ltr">']);
    expect(texts).toContainEqual([undefined, '<div lang="ar" dir="rtl">']);
  });
});
