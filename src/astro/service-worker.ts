import { compiled } from './compiled.ts';

/**
 * A Vite plug-in that writes two service workers for the root of the site: the one that keeps pages, and the one that
 * unregisters readers' workers. Browsers look for it where they first found it, and it may handle only pages below its
 * folder. It shares no module with a page, nor with the other, so that it stays a single file.
 */
export function writeServiceWorkers() {
  return {
    name: 'gazetteer-service-worker',
    buildStart(this: PluginContext) {
      if (this.environment.name !== 'client') return;
      const emit = (id: string, fileName: string) =>
        this.emitFile({ type: 'chunk', id, fileName, preserveSignature: false });
      emit('src/reader/offline.worker.ts', compiled.worker);
      emit('src/reader/offline-off.worker.ts', compiled.workerOff);
    },
  };
}

/** The part of the bundler's context that is used here. */
interface PluginContext {
  readonly environment: { readonly name: string };
  emitFile(chunk: { type: 'chunk'; id: string; fileName: string; preserveSignature: false }): string;
}
