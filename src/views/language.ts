import { getDirection } from '../i18n/dictionary.ts';
import type { Article } from '../news/article.ts';
import { toArticlePath } from '../news/urls.ts';
import type { Context, Link } from './context.ts';
import { buildPreviewMark } from './preview-mark.ts';

/** The language and direction of a story's words within the page. Absent if they are the same as the page's. */
export interface LanguageView {
  /** BCP 47 tag. */
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
}

/** A link to a story, by its headline. */
export interface StoryLink extends Link, LanguageView {
  /** In a preview, the mark of a story that readers cannot see: `Draft`, `Under embargo`, `Expired`. */
  readonly previewMark?: string | undefined;
}

/** Returns the language of a story if it is not the site's. */
export function getLanguage({ site }: Context, { lang }: Pick<Article, 'lang'>): LanguageView {
  return lang === site.language ? {} : { lang, dir: getDirection(lang) };
}

/** Returns a link to a story. */
export function toStoryLink(context: Context, article: Article): StoryLink {
  return {
    text: article.title,
    href: context.addresses.href(toArticlePath(article.id)),
    ...getLanguage(context, article),
    previewMark: buildPreviewMark(context, article)?.name,
  };
}
