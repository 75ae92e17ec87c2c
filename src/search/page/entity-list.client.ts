import { toGlobePath, toListingPath, toSearchPath } from '../../news/urls.ts';
import { openEntityBook, type EntityBook } from '../entities/entity-book.ts';
import type { Entity } from '../entities/entity.ts';
import type { FindPlaces } from '../engine/engine.ts';
import type { PlacesByWord } from '../engine/query.ts';
import { toCount, type SearchSetup } from './setup.ts';

/** The places, topics and so on that a query names, in a list of their own above the stories. */
export class EntityList {
  readonly #list: HTMLElement;
  readonly #setup: SearchSetup;
  readonly #root: string;
  readonly #beyond: ReadonlySet<string>;
  #book: Promise<EntityBook> | undefined;
  /** The last query with names of places in other languages, which come before those that its words have here. */
  #abroad = '';
  /** The last query with a word that no story contains, so that it may name a place in another language. */
  #strange = '';
  /** The query whose names are shown. */
  #typed = '';

  constructor(list: HTMLElement, setup: SearchSetup) {
    this.#list = list;
    this.#setup = setup;
    this.#root = setup.base.replace(/\/$/u, '');
    this.#beyond = new Set(setup.values.region?.filter(({ isBeyond }) => isBeyond).map(({ id }) => id));
  }

  /** How many are shown, as a message. Empty if there are none. */
  get message(): string {
    const { words, locale } = this.#setup;
    const shown = this.#list.children.length;
    return shown > 0 ? toCount(shown, words.entityForms, locale) : '';
  }

  /** Loads the names of the edition. A failed load is tried again the next time. */
  async warm(): Promise<void> {
    await this.#open().catch(() => undefined);
  }

  /**
   * Finds the places for which words of a query stand, or if some are unknown, in other languages. Without the file there
   * are none, and stories are still found.
   */
  async findPlaces(...[typed, unknown, inexact]: Parameters<FindPlaces>): Promise<PlacesByWord> {
    const book = await this.#open().catch(() => undefined);
    if (!unknown) return book?.findPlaces(typed) ?? new Map();
    const places = (await book?.findPlacesAbroad(typed, unknown, inexact)) ?? new Map();
    if (places.size > 0) this.#abroad = typed;
    if (places.size > 0 || unknown.length > 0) this.#strange = typed;
    return places;
  }

  /** Shows what a query names. */
  async show(typed: string, isWanted: () => boolean): Promise<void> {
    this.#typed = typed;
    const book = await this.#open().catch(() => undefined);
    if (isWanted()) this.#showEntities(book?.find(typed) ?? []);
  }

  /**
   * If a query names nothing, shows places by their names in other languages if it has a strange word, and after a search
   * without a good answer the nearest names. It takes a moment, so it comes after the stories.
   */
  async showFurther(isUnanswered: boolean, isWanted: () => boolean): Promise<void> {
    const typed = this.#typed;
    const book = await this.#open().catch(() => undefined);
    const isNamed = this.#list.children.length > 0 && this.#abroad !== typed;
    if (!book || typed === '' || !isWanted() || isNamed) return;
    const abroad = this.#strange === typed ? await book.findAbroad(typed) : [];
    const found = abroad.length === 0 && isUnanswered ? await book.findNearest(typed) : abroad;
    if (isWanted()) this.#showEntities(found);
  }

  #open(): Promise<EntityBook> {
    this.#book ??= this.#read();
    this.#book.catch(() => (this.#book = undefined));
    return this.#book;
  }

  async #read(): Promise<EntityBook> {
    const response = await fetch(`${this.#root}${this.#setup.entities}`);
    if (!response.ok) throw new Error(`${response.url} gave ${response.status}.`);
    return openEntityBook(await response.text());
  }

  #showEntities(entities: readonly Entity[]): void {
    this.#list.replaceChildren(...entities.map((entity) => this.#buildItem(entity)));
    this.#list.hidden = entities.length === 0;
  }

  #buildItem(entity: Entity): HTMLElement {
    const { words, locale, facetNames } = this.#setup;
    const [item, link, name, note] = [
      document.createElement('li'),
      document.createElement('a'),
      document.createElement('bdi'),
      document.createElement('span'),
    ];
    link.href = this.#root + toPath(entity);
    name.textContent = entity.title;
    note.className = 'label';
    note.textContent = `${facetNames[entity.facet]} · ${toCount(entity.stories, words.storyForms, locale)}`;
    if (entity.facet === 'region' && !this.#beyond.has(entity.id)) link.append(buildGlobe(this.#root, entity.id));
    link.append(name, ' ', note);
    item.append(link);
    return item;
  }
}

/** Returns the address of an entity's page, or for a kind of story of a search for it. */
function toPath({ facet, id }: Entity): string {
  return facet === 'kind' ? toSearchPath({ kind: id }) : toListingPath({ kind: facet, id });
}

/** A globe that adds nothing to the name beside it. */
function buildGlobe(root: string, id: string): HTMLElement {
  const image = document.createElement('img');
  image.alt = '';
  image.src = root + toGlobePath(id);
  return image;
}
