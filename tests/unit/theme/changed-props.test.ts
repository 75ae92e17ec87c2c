import { expect, it } from 'vitest';
import { partFiles } from '../../../src/core/face.ts';
import { changedProps, checkProps } from '../../../src/theme/changed-props.ts';

const changed = [
  { part: 'Masthead.astro', from: 'edition', to: 'date', since: '0.2.0' },
  { part: 'Teaser.ts', from: 'view.place', since: '0.3.0' },
];

const file = 'theme/components/Masthead.astro';

it('says where a part reads an old name, and what to write', () => {
  const code = '---\nconst { view,\n  edition } = Astro.props;\n---\n<b>{edition}</b>\n';
  expect(checkProps(file, code, changed)).toMatchObject([
    {
      code: 'changed-prop',
      severity: 'warning',
      message: 'The prop `edition` is called `date` since version 0.2.0, and has no value under its old name.',
      hint: 'Write `date`; gazetteer/components/parts.ts says what a part is handed.',
      file,
      line: 3,
      column: 3,
    },
  ]);
  expect(checkProps('theme/components/Teaser.ts', 'const { href } = view;\nreturn view.place;', changed)).toMatchObject(
    [
      {
        code: 'changed-prop',
        message: 'Parts are not handed `view.place` any more since version 0.3.0.',
        hint: 'Do without it; gazetteer/components/parts.ts says what a part is handed.',
        line: 2,
        column: 13,
      },
    ],
  );
});

it.each([
  'Astro.props.edition',
  'Astro.props?.edition?.text',
  'const { view, edition, words } = Astro.props;',
  'const { edition: when = 1 }: Props = Astro.props;',
])('finds %s', (code) => {
  expect(checkProps(file, code, changed)).toHaveLength(1);
});

it.each([
  'The edition of the south',
  'class="edition-strip"',
  'Astro.props.editions',
  'Astro.props.date',
  'const { edition } = Astro.props.view;',
  'const { edition } = other;',
  'const { date: edition } = Astro.props;',
  'other.edition',
])('leaves %s alone', (code) => {
  expect(checkProps(file, code, changed)).toEqual([]);
});

it('looks for a part’s own props only', () => {
  expect(checkProps('theme/components/Footer.astro', 'Astro.props.edition', changed)).toEqual([]);
});

it('looks for the props of own pages in all of them', () => {
  const page = [{ part: 'pages', from: 'html', to: 'text', since: '0.2.0' }];
  expect(checkProps('theme/pages/about.astro', 'Astro.props.html', page)).toHaveLength(1);
  expect(checkProps(file, 'Astro.props.html', page)).toEqual([]);
});

it('names parts that exist', () => {
  for (const { part } of changedProps) expect([...partFiles, 'pages']).toContain(part);
});
