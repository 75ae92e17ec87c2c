import { countYears } from './age.ts';

/** Says that a story is old: `<age-notice>` has its date and the sentence by plural form, and is hidden until it is needed. */
class AgeNotice extends HTMLElement {
  connectedCallback(): void {
    const years = countYears(this.dataset['published'] ?? '', Date.now());
    if (years < 1) return;
    const { lang, dataset } = document.documentElement;
    const locale = dataset['locale'] ?? lang;
    const forms: Readonly<Record<string, string>> = JSON.parse(this.dataset['forms'] ?? '{}');
    const form = forms[new Intl.PluralRules(locale).select(years)] ?? forms['other'] ?? '';
    this.textContent = form.replace('{years}', new Intl.NumberFormat(locale).format(years));
    this.hidden = false;
  }
}

customElements.define('age-notice', AgeNotice);
