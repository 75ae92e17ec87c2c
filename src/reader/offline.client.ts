/** The path of the service worker, at the root of the site, so that it may handle all pages. */
const workerAddress = `${import.meta.env.BASE_URL}sw.js`;

/**
 * Registers the service worker when the page is idle. The authoring server has none, because it would show old pages.
 */
function register(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (document.documentElement.dataset['offline'] === 'off') return;
  // If it is refused, in a private window for instance, everything else still works.
  navigator.serviceWorker.register(toTrusted(workerAddress), { updateViaCache: 'none' }).catch(() => undefined);
}

/** Browsers with Trusted Types require script addresses from a named policy. This one allows a single address. */
function toTrusted(address: string): string {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypeFactory };
  const policy = trustedTypes?.createPolicy('gazetteer', {
    createScriptURL: (url) => {
      if (url !== workerAddress) throw new TypeError(`No script is loaded from ${url}.`);
      return url;
    },
  });
  return policy?.createScriptURL(address) ?? address;
}

/** The part of Trusted Types that is used here (https://www.w3.org/TR/trusted-types/). */
interface TrustedTypeFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { /** A TrustedScriptURL, which passes for text. */ createScriptURL(url: string): string };
}

/** Warns that the page may be an old copy. `<offline-notice>` is hidden while there is a network. */
class OfflineNotice extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const show = () => (this.hidden = navigator.onLine);
    addEventListener('online', show, { signal });
    addEventListener('offline', show, { signal });
    show();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('offline-notice', OfflineNotice);
if (document.readyState === 'complete') register();
else addEventListener('load', () => setTimeout(register), { once: true });
