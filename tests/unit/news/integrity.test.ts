import { describe, expect, it } from 'vitest';
import { issueCodes, type IssueCode } from '../../../src/core/issue-codes.ts';
import type { FieldPath, Issue } from '../../../src/core/issue.ts';
import type { Article } from '../../../src/news/article.ts';
import { checkIntegrity, type IntegrityOptions } from '../../../src/news/integrity.ts';
import type { Newsroom } from '../../../src/news/newsroom.ts';
import {
  makeArticle,
  makeNewsroom,
  makeStoryline,
  makeTimestamp,
  worldDesk,
  worldTopic,
} from '../../support/make-newsroom.ts';
import { permute } from '../../support/permute.ts';

const file = 'articles/2024/11/story.md';

function check(partial: Partial<Newsroom>, options: Partial<IntegrityOptions> = {}): readonly Issue[] {
  return checkIntegrity(makeNewsroom(partial), { timeZone: 'UTC', ...options });
}

/** Checks a newsroom of one story. */
const checkArticle = (article: Partial<Article>, options: Partial<IntegrityOptions> = {}) =>
  check({ articles: [makeArticle(article)] }, options);

/** The issue of an integrity check, whose position is not known yet. */
function expected(code: IssueCode, at: { file: string; field: FieldPath }, message: string, hint: string): Issue {
  return { code, severity: issueCodes[code].severity, message, hint, line: 0, column: 0, ...at };
}

/** Checks one correction of a story. */
const checkCorrection = (published: string, date: Article['published'], timeZone: string) =>
  checkArticle(
    {
      published: makeTimestamp(published),
      corrections: [
        { kind: 'correction', date: makeTimestamp('2026-01-01'), text: 'It was three.' },
        { kind: 'correction', date, text: 'It was four.' },
      ],
    },
    { timeZone },
  ).filter(({ code }) => code === 'correction-before-published');

const makeDay = (midnight: string) => ({ epochMs: Date.parse(midnight), isDateOnly: true });

/** Checks stories that have nothing but these tags. */
const checkTagged = (...stories: string[][]) =>
  check({ articles: stories.map((tags, index) => makeArticle({ id: `2024/11/${'abcde'.charAt(index)}`, tags })) });

describe('a newsroom in order', () => {
  it('has no issues, empty or full', () => {
    expect(check({})).toEqual([]);
    expect(
      check({
        articles: [
          makeArticle({
            updated: makeTimestamp('2024-11-13T12:00Z'),
            expires: makeTimestamp('2024-11-13T12:00:01Z'),
            dateline: { place: 'Oslo', region: 'NO' },
            regions: ['NO', '150', '202', 'XK', 'AQ', 'middle-east'],
            tags: ['arms control', 'nuclear risk', '2024'],
            storylines: ['cop29'],
            corrections: [{ kind: 'update', date: makeTimestamp('2024-11-13T12:00Z'), text: 'More is known.' }],
            aliases: ['/old/story/', '/2019/05/story/'],
          }),
        ],
        storylines: [
          makeStoryline({
            milestones: [{ date: makeTimestamp('2024-11-11'), text: 'It opens.', article: '2024/11/story' }],
          }),
        ],
        places: {
          names: { '035': 'South-eastern Asia' },
          groups: { 'middle-east': { title: 'Middle East', members: ['EG'] } },
        },
        front: { lead: '2024/11/story', seconds: ['2024/11/story'] },
      }),
    ).toEqual([]);
  });
});

describe('references', () => {
  it('reports an unknown topic and names the nearest', () => {
    expect(checkArticle({ topic: 'worlds' })).toEqual([
      expected('unknown-topic', { file, field: ['topic'] }, '`worlds` is not in topics.yaml.', 'Did you mean `world`?'),
    ]);
  });

  it('reports an unknown author and names those there are', () => {
    expect(checkArticle({ authors: ['world-desk', 'zoe'] })).toEqual([
      expected(
        'unknown-author',
        { file, field: ['authors', 1] },
        '`zoe` is not in authors.yaml.',
        'Known: `world-desk`.',
      ),
    ]);
  });

  it('reports an unknown storyline where there is none yet', () => {
    expect(checkArticle({ storylines: ['cop29'] })).toEqual([
      expected(
        'unknown-storyline',
        { file, field: ['storylines', 0] },
        '`cop29` is not in storylines/.',
        'Known: none yet.',
      ),
    ]);
  });

  it('lists no more than twelve that there are', () => {
    const topics = Array.from({ length: 13 }, (_, index) => ({ ...worldTopic, id: `section-${index}` }));
    const hints = (count: number) =>
      check({ articles: [makeArticle({ topic: 'x' })], topics: topics.slice(0, count) }).map(({ hint }) => hint);
    const twelve = topics.slice(0, 12).map(({ id }) => `\`${id}\``);
    expect(hints(12)).toEqual([`Known: ${twelve.join(', ')}.`]);
    expect(hints(13)).toEqual([`Known: ${twelve.join(', ')} ….`]);
  });

  it.each([
    ['2024/11/stroy', 'Did you mean `2024/11/story`?'],
    ['https://gazetteer.example/', 'Write the path of the file in articles/, without .md.'],
  ])('reports %s, an unknown article, in milestones and on the front page', (id, hint) => {
    const message = `\`${id}\` is not in articles/.`;
    const milestones = [
      { date: makeTimestamp('2024-11-11'), text: 'No story.' },
      { date: makeTimestamp('2024-11-12'), text: 'A story.', article: id },
    ];
    const front = { lead: id, seconds: ['2024/11/story', id] };
    expect(check({ articles: [makeArticle()], storylines: [makeStoryline({ milestones })], front })).toEqual([
      expected('unknown-article', { file: 'storylines/cop29.md', field: ['milestones', 1, 'article'] }, message, hint),
      expected('unknown-article', { file: 'front.yaml', field: ['lead'] }, message, hint),
      expected('unknown-article', { file: 'front.yaml', field: ['seconds', 1] }, message, hint),
    ]);
  });

  it('does not blame those who refer to a file that could not be read', () => {
    const partial = {
      articles: [{ id: '2024/11/broken', file: 'articles/2024/11/broken.md' }],
      storylines: [{ id: 'broken', file: 'storylines/broken.md' }],
    };
    const front = { lead: '2024/11/broken', seconds: [] };
    expect(check({ articles: [makeArticle({ storylines: ['broken'] })], front }, { partial })).toEqual([]);
  });
});

describe('places', () => {
  it('reports an unknown region and what was meant, of the story and of its dateline', () => {
    expect(checkArticle({ regions: ['RO', 'UK'], dateline: { place: 'Paris', region: 'FRA' } })).toEqual([
      expected(
        'unknown-region',
        { file, field: ['regions', 1] },
        '`UK` is not a country code (ISO 3166), a UN region code (M49) or a group from places.yaml.',
        'Did you mean `GB` (United Kingdom)?',
      ),
      expected(
        'unknown-region',
        { file, field: ['dateline', 'region'] },
        '`FRA` is not a country code (ISO 3166), a UN region code (M49) or a group from places.yaml.',
        'Did you mean `FR` (France)?',
      ),
    ]);
  });

  it('says how places are written where it has no idea what was meant', () => {
    expect(checkArticle({ regions: ['??'] })).toEqual([
      expected(
        'unknown-region',
        { file, field: ['regions', 0] },
        '`??` is not a country code (ISO 3166), a UN region code (M49) or a group from places.yaml.',
        'Write the two-letter code of a country (`FR` for France), an M49 number (`142` for Asia) or the id of a group.',
      ),
    ]);
  });

  it('reports what YAML 1.1 makes of Norway', () => {
    expect(checkArticle({ regions: ['false'] }).map(({ code }) => code)).toEqual(['unknown-region']);
  });

  it.each([
    ['150', 'Europe'],
    ['middle-east', 'Middle East'],
  ])('reports a dateline or a place in %s: a city is in a country', (region, title) => {
    const places = { names: {}, groups: { 'middle-east': { title: 'Middle East', members: ['EG'] } } };
    const article = makeArticle({ dateline: { place: 'Cairo', region }, places: [{ name: 'Alexandria', region }] });
    expect(check({ articles: [article], places })).toEqual(
      [
        ['dateline', 'region'],
        ['places', 0, 'region'],
      ].map((field) =>
        expected(
          'invalid-value',
          { file, field },
          `A city is in a country, not in ${title}.`,
          'Write the two-letter code of the country that the place is in.',
        ),
      ),
    );
  });

  it('reports unknown codes in places.yaml', () => {
    const places = {
      names: { RO: 'Romania', Roumania: 'Romania' },
      groups: { eu: { title: 'EU', members: ['RO', 'EL'] } },
    };
    expect(check({ places })).toEqual([
      expected(
        'unknown-region',
        { file: 'places.yaml', field: ['names', 'Roumania'] },
        '`Roumania` is not a country code (ISO 3166), a UN region code (M49) or a group from places.yaml.',
        'Did you mean `RO` (Romania)?',
      ),
      expected(
        'unknown-region',
        { file: 'places.yaml', field: ['groups', 'eu', 'members', 1] },
        '`EL` is not a country code (ISO 3166), a UN region code (M49) or a group from places.yaml.',
        'Did you mean `GR` (Greece)?',
      ),
    ]);
  });

  it('reports a group that would take the address of a place', () => {
    expect(check({ places: { names: {}, groups: { asia: { title: 'Asia', members: ['142'] } } } })).toEqual([
      expected(
        'duplicate-address',
        { file: 'places.yaml', field: ['groups', 'asia'] },
        'The group `asia` would have the same address as the place Asia.',
        'Give the group another id.',
      ),
    ]);
  });

  it.each(['RO', 'XK'])('reports a group called %s, which would take the place of a country', (id) => {
    const issues = check({ places: { names: {}, groups: { [id]: { title: 'Mine', members: ['FR'] } } } });
    expect(issues.map(({ file, field }) => ({ file, field }))).toEqual([
      { file: 'places.yaml', field: ['groups', id] },
    ]);
  });

  it.each([
    ['further down', { outer: ['inner'], inner: ['RO'] }, 'inner'],
    ['further up', { inner: ['RO'], outer: ['inner'] }, 'inner'],
    ['that it is itself', { outer: ['outer'] }, 'outer'],
  ])('reports a group whose member is a group %s', (_, members, member) => {
    const groups = Object.fromEntries(
      Object.entries(members).map(([id, codes]) => [id, { title: id, members: codes }]),
    );
    expect(check({ places: { names: {}, groups } })).toEqual([
      expected(
        'invalid-value',
        { file: 'places.yaml', field: ['groups', 'outer', 'members', 0] },
        `\`${member}\` is a group, and a group cannot contain another.`,
        'Write the codes of its members instead.',
      ),
    ]);
  });
});

describe('times', () => {
  it('reports a story in the folder of another month', () => {
    const id = '2024/10/story';
    expect(checkArticle({ id })).toEqual([
      expected(
        'folder-date-mismatch',
        { file: 'articles/2024/10/story.md', field: ['published'] },
        'The story was published in 2024/11 (UTC) but is in the folder 2024/10.',
        'Move the file to articles/2024/11/, or correct `published`.',
      ),
    ]);
  });

  it.each([
    ['2024/11/story', 'UTC', true],
    ['2024/12/story', 'UTC', false],
    ['2024/11/story', 'Europe/Bucharest', false],
    ['2024/12/story', 'Europe/Bucharest', true],
    ['2024/11/story', 'Pacific/Pago_Pago', true],
    ['2023/11/story', 'UTC', false],
  ])('judges the folder of %s by the time zone %s', (id, timeZone, isRight) => {
    const issues = checkArticle({ id, published: makeTimestamp('2024-11-30T23:30Z') }, { timeZone });
    expect(issues.map(({ code }) => code)).toEqual(isRight ? [] : ['folder-date-mismatch']);
  });

  it('reports an update before the publication', () => {
    expect(checkArticle({ updated: makeTimestamp('2024-11-13T11:59:59Z') })).toEqual([
      expected(
        'updated-before-published',
        { file, field: ['updated'] },
        '`updated` is earlier than `published`.',
        'Correct one of the two, or delete `updated`.',
      ),
    ]);
  });

  it.each(['2024-11-13T12:00Z', '2024-11-01T00:00Z'])('reports a story that would expire unseen at %s', (expires) => {
    expect(checkArticle({ expires: makeTimestamp(expires) })).toEqual([
      expected(
        'expires-before-published',
        { file, field: ['expires'] },
        '`expires` is not later than `published`: readers would never see the story.',
        'Correct one of the two, or delete `expires`.',
      ),
    ]);
  });

  const tooEarly = expected(
    'correction-before-published',
    { file, field: ['corrections', 1, 'date'] },
    'The correction is dated before the story was published.',
    'Correct the date of the correction.',
  );

  it.each([
    ['2024-11-13T11:59Z', [tooEarly]],
    ['2024-11-13T12:00Z', []],
    ['2024-11-12', [tooEarly]],
    ['2024-11-13', []],
    ['2024-11-14', []],
  ])('reports a correction of %s if that is before the story of 13 November, noon', (date, issues) => {
    expect(checkCorrection('2024-11-13T12:00Z', makeTimestamp(date), 'UTC')).toEqual(issues);
  });

  it.each([
    ['on the longest day', '2024-10-27T23:30+02:00', '2024-10-27T00:00+03:00', []],
    ['after the shortest day', '2024-04-01T00:30+03:00', '2024-03-31T00:00+02:00', [tooEarly]],
    ['after the longest day', '2024-10-28T00:00+02:00', '2024-10-27T00:00+03:00', [tooEarly]],
    ['on the shortest day', '2024-03-31T23:59+03:00', '2024-03-31T00:00+02:00', []],
  ])('knows how long days are where clocks change: published %s', (_, published, midnight, issues) => {
    expect(checkCorrection(published, makeDay(midnight), 'Europe/Bucharest')).toEqual(issues);
  });
});

describe('tags', () => {
  it('reports a tag without letters', () => {
    expect(checkArticle({ tags: ['fine', '(–)'] })).toEqual([
      expected(
        'invalid-value',
        { file, field: ['tags', 1] },
        'The tag `(–)` has no letters, digits or symbols.',
        'Write words, or delete it.',
      ),
    ]);
  });

  it('takes signs, numbers and names of devices, each for a tag of its own', () => {
    expect(checkArticle({ tags: ['C++', 'C#', 'C', '# 29', '29', '🙂', '+1', 'con', '.NET', 'NET'] })).toEqual([]);
  });

  it('reports a tag whose address no file system takes', () => {
    const tag = '㌀'.repeat(60);
    expect(checkArticle({ tags: ['水'.repeat(60), tag] })).toEqual([
      expected(
        'too-long',
        { file, field: ['tags', 1] },
        `The tag \`${tag}\` makes an address that is 720 bytes long; the limit is 240.`,
        'Shorten it.',
      ),
    ]);
  });

  it('reports a tag that appears twice, in any spelling', () => {
    expect(checkArticle({ tags: ['arms control', 'other', 'Arms-Control'] })).toEqual([
      expected(
        'duplicate-value',
        { file, field: ['tags', 2] },
        'The tag `Arms-Control` appears twice in this story.',
        'Remove one of them.',
      ),
    ]);
  });

  it('warns of the rarer of two tags that differ only in form, once, where it first stands', () => {
    const issues = checkTagged(
      ['nuclear weapons'],
      ['other', 'nuclear-weapon'],
      ['nuclear weapons'],
      ['Nuclear Weapon'],
      ['nuclear weapons'],
    );
    expect(issues).toEqual([
      expected(
        'near-duplicate-tag',
        { file: 'articles/2024/11/b.md', field: ['tags', 1] },
        'The tag `nuclear-weapon` is almost the same as `nuclear weapons`, which more stories use.',
        'Write `nuclear weapons`.',
      ),
    ]);
  });

  it('warns of every rarer form, also when the more frequent one comes later', () => {
    const issues = checkTagged(['nuclear-weapon'], ['nuclear weapons'], ['weapon nuclear'], ['weapon nuclear']);
    expect(issues.map(({ file, hint }) => ({ file, hint }))).toEqual([
      { file: 'articles/2024/11/b.md', hint: 'Write `weapon nuclear`.' },
      { file: 'articles/2024/11/a.md', hint: 'Write `weapon nuclear`.' },
    ]);
  });

  it('does not say that more stories have the other form when as many have it', () => {
    expect(checkTagged(['nuclear-weapon'], ['nuclear weapons'])).toEqual([
      expected(
        'near-duplicate-tag',
        { file: 'articles/2024/11/a.md', field: ['tags', 0] },
        'The tag `nuclear-weapon` is almost the same as `nuclear weapons`, which another story uses.',
        'Write `nuclear weapons`.',
      ),
    ]);
  });

  it('finds forms that are alike only through a third one, in any order of stories', () => {
    for (const order of permute(['peacekeeping', 'peace keeping', 'keeping peace'])) {
      const hints = checkTagged(...order.map((tag) => [tag])).map(({ hint }) => hint);
      expect(hints).toEqual(['Write `keeping peace`.', 'Write `keeping peace`.']);
    }
  });

  it('treats spellings with one address as one tag', () => {
    expect(checkTagged(['Arms control'], ['arms control'], ['ARMS-CONTROL'])).toEqual([]);
  });
});

describe('ids', () => {
  it('reports those that would be page numbers', () => {
    const issues = check({
      topics: [worldTopic, { ...worldTopic, id: '2' }],
      authors: [worldDesk, { ...worldDesk, id: '42' }],
      places: { names: {}, groups: { '999': { title: 'Group', members: ['RO'] } } },
    });
    const hint = 'Choose an id with letters.';
    expect(issues).toEqual([
      expected(
        'reserved-name',
        { file: 'topics.yaml', field: ['2'] },
        '`2` would have the address of a page number.',
        hint,
      ),
      expected(
        'reserved-name',
        { file: 'authors.yaml', field: ['42'] },
        '`42` would have the address of a page number.',
        hint,
      ),
      expected(
        'reserved-name',
        { file: 'places.yaml', field: ['groups', '999'] },
        '`999` would have the address of a page number.',
        hint,
      ),
    ]);
  });

  it.each(['con', 'nul', 'aux', 'prn', 'com1', 'lpt9'])(
    'reports %s, which Windows keeps, as the id of anything',
    (id) => {
      const message = `\`${id}\` cannot be part of an address: Windows reserves it for a device.`;
      const hint = 'Choose another id.';
      const issues = check({
        topics: [worldTopic, { ...worldTopic, id }],
        authors: [worldDesk, { ...worldDesk, id }],
        places: { names: {}, groups: {}, beyond: { [id]: { title: 'Beyond' } } },
      });
      expect(issues).toEqual([
        expected('reserved-name', { file: 'topics.yaml', field: [id] }, message, hint),
        expected('reserved-name', { file: 'authors.yaml', field: [id] }, message, hint),
        expected('reserved-name', { file: 'places.yaml', field: ['beyond', id] }, message, hint),
      ]);
    },
  );

  it.each([
    ['Diplomacy & Security', 'diplomacy-security'],
    ['a/b', 'a-b'],
    ['../up', 'up'],
    ['Health', 'health'],
    ['über', 'uber'],
    [' ', 'a-few-words'],
    ['', 'a-few-words'],
    ['a'.repeat(101), 'a'.repeat(100)],
    ['水'.repeat(81), '水'.repeat(80)],
  ])('reports %j, which cannot be part of an address, as the id of a topic, an author and a group', (id, slug) => {
    const message = `\`${id}\` cannot be part of an address: use lower-case letters, digits and single hyphens, at most 100 characters and 240 bytes.`;
    const hint = `Write \`${slug}\`.`;
    const issues = check({
      topics: [worldTopic, { ...worldTopic, id }],
      authors: [worldDesk, { ...worldDesk, id }],
      places: { names: {}, groups: { [id]: { title: 'Group', members: ['RO'] } } },
    });
    expect(issues).toEqual([
      expected('invalid-slug', { file: 'topics.yaml', field: [id] }, message, hint),
      expected('invalid-slug', { file: 'authors.yaml', field: [id] }, message, hint),
      expected('invalid-slug', { file: 'places.yaml', field: ['groups', id] }, message, hint),
    ]);
  });
});
