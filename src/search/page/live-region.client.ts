/**
 * Milliseconds without a change before a message is announced: a reader who types hears the result for the final words,
 * not for every letter.
 */
const quietMs = 700;

/** Creates a function that announces a message to readers who cannot see the page, once, and only if it has changed. */
export function createAnnouncer(element: HTMLElement): (message: string) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (message) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (element.textContent !== message) element.textContent = message;
    }, quietMs);
  };
}
