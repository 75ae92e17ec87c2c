/** The time for which the notice is shown, in milliseconds. */
const shownMs = 4000;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Copies an address and says so, politely, in the page's `.copy-notice`; where a browser does not let pages copy, the address
 * stands there to be copied by hand, and stays.
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
