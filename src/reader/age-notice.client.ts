import { countMonths, countYears } from '../core/age.ts';

/**
 * Warns that a story is old. `<age-notice>` has the story's date and a sentence per plural form, of years and of months. It
 * already contains what was true when the page was built, so that nothing moves when the script loads; years may pass
 * before the next build.
 */
class AgeNotice extends HTMLElement {
  connectedCallback(): void {
    const publishedMs = Date.parse(this.dataset['published'] ?? '');
    const years = countYears(publishedMs, Date.now());
    const count = years || countMonths(publishedMs, Date.now());
    if (count < 1) return;
    const { lang, dataset } = document.documentElement;
    const locale = dataset['locale'] ?? lang;
    const sentences = (form: string) => this.getAttribute(years > 0 ? `data-${form}` : `data-month-${form}`);
    const sentence = sentences(new Intl.PluralRules(locale).select(count)) ?? sentences('other') ?? '';
    this.textContent = sentence.replace('{n}', new Intl.NumberFormat(locale).format(count));
    this.hidden = false;
  }
}

customElements.define('age-notice', AgeNotice);
