import { listReadingSettings, type ReadingSettingsWords } from './reading-settings.ts';
import { readStored, settingsName, store } from './storage.client.ts';

/**
 * The panel of the reading settings. `<reading-settings>` holds the words of its form. A choice takes effect at once, is
 * stored only in the reader's own browser, and reaches other open pages.
 */
class ReadingSettings extends HTMLElement {
  #controller = new AbortController();

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const form = this.querySelector('form') ?? this.#build();
    form.addEventListener('change', () => this.#keep(readChoice(form)), { signal });
    form.addEventListener('reset', () => this.#keep(''), { signal });
    const follow = () => {
      this.#apply(readStored(settingsName) ?? '');
      showChoice(form);
    };
    addEventListener('storage', follow, { signal });
    // A page restored from the back/forward cache may predate a choice.
    addEventListener('pageshow', ({ persisted }) => persisted && follow(), { signal });
    // The panel is far from its button in the page, so the focus moves there, and the browser moves it back.
    this.addEventListener(
      'toggle',
      (event) =>
        (event as ToggleEvent).newState === 'open' && this.querySelector<HTMLElement>('input:checked')?.focus(),
      { signal },
    );
    showChoice(form);
    colourBrowser();
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }

  #build(): HTMLFormElement {
    const words: ReadingSettingsWords = JSON.parse(this.textContent);
    const close = create('button', {
      className: 'button',
      type: 'button',
      textContent: words.close,
      popoverTargetElement: this,
      popoverTargetAction: 'hide',
    });
    const form = create(
      'form',
      {},
      create('h2', { className: 'heading-small', id: 'reading-settings-title', textContent: words.title }),
      ...listReadingSettings(words).map(({ name, title, choices }) =>
        create(
          'fieldset',
          {},
          create('legend', { textContent: title }),
          ...choices.map(({ value, text }) =>
            create('label', {}, create('input', { type: 'radio', name, value, defaultChecked: value === '' }), text),
          ),
        ),
      ),
      create(
        'p',
        { className: 'settings-end' },
        create('button', { className: 'link-button', type: 'reset', textContent: words.reset }),
        close,
      ),
    );
    this.replaceChildren(form);
    return form;
  }

  #keep(choice: string): void {
    store(settingsName, choice);
    this.#apply(choice);
  }

  #apply(choice: string): void {
    document.documentElement.dataset['reader'] = choice;
    colourBrowser();
  }
}

function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function readChoice(form: HTMLFormElement): string {
  return [...new FormData(form).values()].filter(Boolean).join(' ');
}

function showChoice(form: HTMLFormElement): void {
  const chosen = document.documentElement.dataset['reader']?.split(' ') ?? [];
  const inputs = [...form.querySelectorAll('input')];
  for (const input of inputs) input.checked = input.defaultChecked;
  for (const input of inputs) if (input.value && chosen.includes(input.value)) input.checked = true;
}

/**
 * Sets the colour of the browser's own frame to the page's if a reader has chosen one. The first such element counts.
 */
function colourBrowser(): void {
  const { reader = '' } = document.documentElement.dataset;
  document.querySelector('meta[data-chosen]')?.remove();
  if (!reader.includes('theme-')) return;
  const meta = document.createElement('meta');
  meta.name = 'theme-color';
  meta.dataset['chosen'] = '';
  meta.content = getComputedStyle(document.body).backgroundColor;
  document.head.prepend(meta);
}

customElements.define('reading-settings', ReadingSettings);
