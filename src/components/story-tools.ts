import { markup, toAttributes, type Markup } from '../core/markup.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { highlightParameter } from '../news/urls.ts';
import type { ArticleView } from '../views/article.ts';

/** Renders the button that shares a story. */
export function renderShareButton(words: Dictionary): Markup {
  return markup`<share-story><button class="link-button" type="button">${words.share}</button></share-story>`;
}

/** Renders the notice of a story's age. It holds the sentences of later months and years, so that the browser can keep counting. */
export function renderAgeNotice({ age, published }: Pick<ArticleView, 'age' | 'published'>, words: Dictionary): Markup {
  const data = toAttributes({
    'data-published': published.machine,
    ...toData(words.ageForms, ''),
    ...toData(words.monthForms, 'month-'),
  });
  return markup`<age-notice class="label"${data}${age === '' && markup` hidden`}>${age}</age-notice>`;
}

function toData(forms: object, prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(forms).map(([form, sentence]) => [`data-${prefix}${form}`, sentence]));
}

/** Renders the line that says which words a search has marked. */
export function renderMarkedWords(words: Dictionary): Markup {
  const data = toAttributes({
    'data-parameter': highlightParameter,
    'data-text': words.wordsMarked,
    'data-button': words.hideMarks,
  });
  return markup`<marked-words class="label"${data} hidden></marked-words>`;
}

/** Renders what offers a link to a selected passage of the text after it. */
export function renderQuoteLink(words: Dictionary): Markup {
  return markup`<quote-link data-label="${words.copyPassage}"></quote-link>`;
}

/** Renders the place where copying a link is announced. */
export function renderCopyNotice(words: Dictionary): Markup {
  const data = toAttributes({ 'data-copied': words.linkCopied, 'data-failed': words.linkNotCopied });
  return markup`<p class="copy-notice label" role="status"${data}></p>`;
}
