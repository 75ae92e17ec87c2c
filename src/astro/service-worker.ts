/**
 * A plug-in of Vite that writes the service worker as `sw.js` at the top of the site: browsers look for it where they found it first, and
 * it may answer pages only below the folder it lies in. It shares no module with a page, so that it stays one file that needs no other.
 *
 * @param isOn false writes the one that puts an end to what readers have
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

/** As much of the bundler's context as is used here. */
interface PluginContext {
  readonly environment: { readonly name: string };
  emitFile(chunk: { type: 'chunk'; id: string; fileName: string; preserveSignature: false }): string;
}
