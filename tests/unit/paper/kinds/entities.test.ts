import { describe, expect, it } from 'vitest';
import { entitiesFile } from '../../../../src/paper/kinds/entities.ts';
import { parseEntities } from '../../../../src/search/entities/entity.ts';
import { placeWords } from '../../../../src/search/entities/place-words.ts';
import { searchFacets } from '../../../../src/search/engine/state.ts';
import { makeContext } from '../../../support/make-context.ts';
import { makeArticle, makeStoryline } from '../../../support/make-newsroom.ts';

const read = (context: ReturnType<typeof makeContext>) =>
  parseEntities(entitiesFile.build(context, undefined).text, searchFacets);

describe('the file of what the search offers', () => {
  const context = makeContext({
    articles: [
      makeArticle({ id: '2024/11/one', regions: ['GN', 'KZ'], tags: ['Arms control'], storylines: ['cop29'] }),
      makeArticle({ id: '2024/11/two', regions: ['KZ'], lang: 'de', kind: 'analysis' }),
    ],
    storylines: [makeStoryline(), makeStoryline({ id: 'empty', file: 'storylines/empty.md', title: 'Empty' })],
  });
  const { entities, otherNames } = read(context);
  const find = (id: string) => entities.find((entity) => entity.id === id);

  it('has what has stories, and nothing else', () => {
    expect(entities.filter(({ facet }) => facet !== 'region').map(({ facet, id }) => `${facet} ${id}`)).toEqual([
      'topic world',
      'storyline cop29',
      'tag arms-control',
      'author world-desk',
      'kind report',
      'kind analysis',
    ]);
    expect(entities.filter(({ facet }) => facet === 'region').map(({ id }) => id)).toEqual(
      [...context.edition.listings.region.keys()].sort(),
    );
  });

  it('names a place in the languages of the edition, by its people, its capital, former names and codes', () => {
    expect(find('kazakhstan')).toEqual({
      facet: 'region',
      id: 'kazakhstan',
      title: 'Kazakhstan',
      stories: 2,
      codes: ['KZ', 'KAZ'],
      names: ['Kasachstan', ...(placeWords.get('KZ') ?? [])],
    });
    expect(find('arms-control')?.title).toBe('Arms control');
    expect(find('central-asia')?.codes).toEqual(['143']);
  });

  it('says which places without stories only sound like one with stories', () => {
    expect(otherNames).toContain('Guinea-Bissau');
    expect(otherNames).toContain('Equatorial Guinea');
    expect(otherNames).not.toContain('Guinea');
    expect(otherNames).not.toContain('France');
  });

  it('has words only for codes of places, or of groups that newsrooms often have', () => {
    const groups = ['balkans', 'european-union', 'middle-east', 'sahel'];
    const unknown = [...placeWords.keys()].filter((code) => !context.edition.gazetteer.byCode.has(code));
    expect(unknown).toEqual(groups);
  });

  it('is the same whatever the order of the stories of a day is', () => {
    const articles = context.edition.articles.toReversed();
    const other = makeContext({ articles, storylines: [makeStoryline()] });
    expect(read(other)).toEqual({ entities, otherNames });
  });
});
