/**
 * A Vite plug-in that writes the service worker as `sw.js` at the root of the site. Browsers look for it where they
 * first found it, and it may handle only pages below its folder. It shares no module with a page, so that it stays a
 * single file.
 *
 * @param isOn false writes the one that unregisters readers' workers
 */
export function writeServiceWorker(isOn: boolean) {
  const file = isOn ? 'src/reader/offline.worker.ts' : 'src/reader/offline-off.worker.ts';
  return {
    name: 'gazetteer-service-worker',
    apply: 'build' as const,
    buildStart(this: PluginContext) {
      if (this.environment.name !== 'client') return;
      this.emitFile({ type: 'chunk', id: file, fileName: 'sw.js', preserveSignature: false });
    },
  };
}

/** The part of the bundler's context that is used here. */
interface PluginContext {
  readonly environment: { readonly name: string };
  emitFile(chunk: { type: 'chunk'; id: string; fileName: string; preserveSignature: false }): string;
}
