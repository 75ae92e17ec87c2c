/** Milliseconds for which the notice is shown. */
const shownMs = 4000;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Copies an address and announces it politely in the page's `.copy-notice`. Where a browser does not let pages copy,
 * the notice shows the address for copying by hand, and stays.
 *
 * @param hash fragment of an address of this page; the words that a search marked are left out
 */
export async function copyLink(hash = ''): Promise<void> {
  const address = location.origin + location.pathname + hash;
  const notice = document.querySelector<HTMLElement>('.copy-notice');
  if (!notice) return;
  clearTimeout(timer);
  try {
    await navigator.clipboard.writeText(address);
    notice.textContent = notice.dataset['copied'] ?? '';
    timer = setTimeout(() => (notice.textContent = ''), shownMs);
  } catch {
    notice.textContent = `${notice.dataset['failed'] ?? ''} ${address}`;
  }
}
