/** So long nothing has changed before it is read out: a reader who types hears the answer to what they meant, not to every letter. */
const quietMs = 700;

/** Returns what reads a message out to readers who do not see the page: once, and only when it is another one. */
export function createAnnouncer(element: HTMLElement): (message: string) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (message) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (element.textContent !== message) element.textContent = message;
    }, quietMs);
  };
}
