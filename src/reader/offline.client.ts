/** The path of the service worker: at the top of the site, so that it may answer for all pages. */
const workerAddress = `${import.meta.env.BASE_URL}sw.js`;

/** Brings the service worker when the page has nothing else to do. The authoring server has none: it would show what was before. */
function register(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (document.documentElement.dataset['offline'] === 'off') return;
  // Where it is refused, in a private window for instance, everything works but for this.
  navigator.serviceWorker.register(toTrusted(workerAddress), { updateViaCache: 'none' }).catch(() => undefined);
}

/** Browsers that know Trusted Types want addresses of scripts from a policy with a name; this one knows one address. */
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

/** As much of Trusted Types as is used here (https://www.w3.org/TR/trusted-types/). */
interface TrustedTypeFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { /** A TrustedScriptURL, which passes for text. */ createScriptURL(url: string): string };
}

/** Says that the page may be an old one: `<offline-notice>` is hidden as long as there is a network. */
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
