/**
 * Moves from the search field through the places and topics, then the stories, and back with the arrow keys. Escape
 * returns to the field, and from the field to the page. Enter needs nothing, because results are links.
 */
export function listenForKeys(
  root: HTMLElement,
  field: HTMLInputElement,
  answers: HTMLElement,
  signal: AbortSignal,
): void {
  const getLinks = () => [...answers.querySelectorAll<HTMLAnchorElement>('[data-entities] a, [data-title]')];
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      const links = getLinks();
      const own = links.findIndex((link) => link.closest('article, li')?.contains(document.activeElement) ?? false);
      const isInResults = own >= 0;
      const isInField = document.activeElement === field;
      if (!isInField && !isInResults) return;
      if (event.key === 'Escape') {
        // By default, Escape empties a search field, but the words should stay for another try.
        event.preventDefault();
        if (isInResults) field.focus();
        else field.blur();
        return;
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      const next = isInField ? (step > 0 ? 0 : -1) : own + step;
      const target = next < 0 ? (isInField ? undefined : field) : links[next];
      if (!target) return;
      event.preventDefault();
      target.focus();
    },
    { signal },
  );
}
