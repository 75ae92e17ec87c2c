import { countYears } from '../core/age.ts';

/**
 * Says that a story is old: `<age-notice>` has its date and the sentence by plural form. What was true when the page was built stands in
 * it already, so that nothing moves when this comes; years go by until it is built again.
 */
class AgeNotice extends HTMLElement {
  connectedCallback(): void {
    const years = countYears(Date.parse(this.dataset['published'] ?? ''), Date.now());
    if (years < 1) return;
    const { lang, dataset } = document.documentElement;
    const locale = dataset['locale'] ?? lang;
    const forms: Readonly<Record<string, string>> = JSON.parse(this.dataset['forms'] ?? '{}');
    const form = forms[new Intl.PluralRules(locale).select(years)] ?? forms['other'] ?? '';
    this.textContent = form.replace('{n}', new Intl.NumberFormat(locale).format(years));
    this.hidden = false;
  }
}

customElements.define('age-notice', AgeNotice);
