import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';
import { getFileHeaders } from '../hosts/file-rules.ts';

/** A server that is running. */
export interface RunningServer {
  /** The site's front page, base path included. */
  readonly url: string;
  close(): Promise<void>;
}

/** What to serve, and where. */
export interface ServeOptions {
  /** Absolute path of the built site. */
  readonly dir: string;
  /** Base path of the site, with slashes at both ends. */
  readonly base: string;
  /** 0 takes any free port; a taken one is passed over for the next. */
  readonly port: number;
  /** Who can reach it: `localhost` for this machine alone; without it whoever can reach this machine. */
  readonly host?: string;
}

/**
 * Serves a built site on this machine as a static host would: folders by their index, 404.html for the rest, with the headers that
 * `_headers` promises, but for that of encrypted connections.
 */
export async function serveSite({ dir, base, port, host }: ServeOptions): Promise<RunningServer> {
  const notFound = path.join(dir, '404.html');
  const files = sirv(dir, {
    etag: true,
    setHeaders: (response, sitePath) => {
      for (const [name, value] of Object.entries(getFileHeaders(sitePath))) response.setHeader(name, value);
    },
    onNoMatch: (_request, response) => {
      response.writeHead(404, { ...getFileHeaders('/404.html'), 'Content-Type': 'text/html;charset=utf-8' });
      if (existsSync(notFound)) createReadStream(notFound).pipe(response);
      else response.end('404');
    },
  });
  const server = createServer((request, response) => {
    const asked = request.url ?? '/';
    if (asked.startsWith(base)) request.url = asked.slice(base.length - 1);
    else if (asked === '/' || asked === base.slice(0, -1)) {
      response.writeHead(302, { Location: base }).end();
      return;
    } else request.url = '/404.html/none';
    files(request, response);
  });
  await listen(server, { port, host });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Tries ten ports in a row. */
async function listen(server: Server, at: { port: number; host: string | undefined }, tries = 10): Promise<void> {
  try {
    server.listen(at);
    await once(server, 'listening');
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken || tries === 1) throw error;
    await listen(server, { ...at, port: at.port + 1 }, tries - 1);
  }
}
