import { countYears } from '../core/age.ts';

/**
 * Warns that a story is old. `<age-notice>` has the story's date and a sentence per plural form. It already contains
 * what was true when the page was built, so that nothing moves when the script loads; years may pass before the next
 * build.
 */
class AgeNotice extends HTMLElement {
  connectedCallback(): void {
    const years = countYears(Date.parse(this.dataset['published'] ?? ''), Date.now());
    if (years < 1) return;
    const { lang, dataset } = document.documentElement;
    const locale = dataset['locale'] ?? lang;
    const form = this.dataset[new Intl.PluralRules(locale).select(years)] ?? this.dataset['other'] ?? '';
    this.textContent = form.replace('{n}', new Intl.NumberFormat(locale).format(years));
    this.hidden = false;
  }
}

customElements.define('age-notice', AgeNotice);
