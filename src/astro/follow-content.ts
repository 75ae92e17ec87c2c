import { watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { followNewsroom, shareNewsroom, type LiveNewsroom } from '../content/live-newsroom.ts';
import type { ReadOptions } from '../content/reading/page.ts';
import { formatIssues } from '../core/issue-report.ts';

/** Milliseconds without changes after which an editor's program has finished saving. */
const settlingMs = 80;

/**
 * A Vite plug-in that gives the authoring server the newsroom as it is on disk, and has browsers load their pages again
 * when it has changed. While it has errors, the server prints them and shows its last version without errors.
 */
export function followContent(options: ReadOptions) {
  let stop: (() => void) | undefined;
  return {
    name: 'gazetteer-content',
    apply: 'serve' as const,
    async configureServer(server: DevServer) {
      const read = followNewsroom(options);
      const show = showEverywhere(server);
      let isStopped = false;
      const readAgain = async () => {
        const live = await read();
        // Another server has started meanwhile, perhaps with other settings.
        if (isStopped) return;
        if (live.issues.length > 0) print(formatIssues(live.issues, path.relative('', options.contentDir)));
        show(live);
      };
      // One at a time, and what changes while one reads is read by the next.
      let reading = Promise.resolve();
      const start = () => {
        reading = reading.then(readAgain).catch((error: unknown) => print(String(error)));
      };
      let waiting: ReturnType<typeof setTimeout> | undefined;
      const watching = watch(options.contentDir, { recursive: true }, () => {
        clearTimeout(waiting);
        waiting = setTimeout(start, settlingMs);
      });
      stop = () => {
        isStopped = true;
        clearTimeout(waiting);
        watching.close();
      };
      start();
      await reading;
    },
    closeBundle: () => stop?.(),
  };
}

function print(message: string): void {
  process.stderr.write(`\n${message}\n`);
}

/**
 * Creates a function that has all pages show another version of the newsroom.
 *
 * Astro remembers which pages a route has until it is told that content has changed. A request that is being answered
 * at that moment may leave what it knew of the older version, so Astro is told again once all of those are answered.
 */
export function showEverywhere({ middlewares, environments }: Pick<DevServer, 'middlewares' | 'environments'>) {
  const answering = new Map<ServerResponse, Promise<void>>();
  middlewares.use((_request, response, next) => {
    const answered = new Promise<void>((resolve) => response.once('close', resolve));
    answering.set(response, answered);
    void answered.then(() => answering.delete(response));
    next();
  });
  const forget = () => {
    const { client, ...others } = environments;
    // Astro's own event (7.3.5, `dist/content/vite-plugin-content-virtual-mod.js`), sent when its content store changes.
    for (const { hot } of Object.values(others)) hot.send('astro:content-changed', {});
    client?.hot.send({ type: 'full-reload', path: '*' });
  };
  return (live: LiveNewsroom): void => {
    shareNewsroom(live);
    forget();
    if (answering.size > 0) void Promise.all(answering.values()).then(forget);
  };
}

/** The part of Vite's server that is used here. */
interface DevServer {
  readonly middlewares: {
    use(handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => void): void;
  };
  readonly environments: Readonly<Record<string, Environment>>;
}

interface Environment {
  readonly hot: {
    send(event: string, data: object): void;
    send(message: { readonly type: 'full-reload'; readonly path: string }): void;
  };
}
