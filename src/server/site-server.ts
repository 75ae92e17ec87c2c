import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerRequest, type ServedSite } from './answer-file.ts';
import { BuildRefusal } from '../core/failure.ts';
import { isOwnHost } from './own-host.ts';

/** A running server. */
export interface RunningServer {
  /** The site's front page, base path included. */
  readonly url: string;
  close(): Promise<void>;
}

/** The folder to serve, and where to serve it. */
export interface ServeOptions extends ServedSite {
  /** 0 picks any free port. A taken one is skipped for the next. */
  readonly port: number;
  /**
   * The interface to listen on: `localhost` for this machine alone. Without it, anybody who can reach this machine can
   * read the site.
   */
  readonly host?: string;
  /** Names under which others know this machine, if they can reach it. */
  readonly names?: readonly string[];
}

/**
 * Serves a built site on this machine as a static host would, except for the header of encrypted connections. Files are
 * read on request, so a build may replace them, or the whole folder, meanwhile.
 */
export async function serveSite({ port, host, names = [], ...site }: ServeOptions): Promise<RunningServer> {
  const known = host === 'localhost' ? undefined : names;
  const server = createServer((request, response) => {
    if (isOwnHost(request.headers.host, known)) answerRequest(request, response, site);
    else response.writeHead(421, { 'Content-Type': 'text/plain' }).end('This server does not answer to that name.\n');
  });
  await listen(server, { port, host });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}${site.base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Tries ten ports in a row. Throws an explanation if none is available. */
async function listen(server: Server, at: { port: number; host: string | undefined }, tries = 10): Promise<void> {
  try {
    server.listen(at);
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE' && tries > 1) return listen(server, { ...at, port: at.port + 1 }, tries - 1);
    const reason = reasons[String(code)];
    throw reason === undefined ? error : new BuildRefusal(`Port ${at.port} ${reason} Choose another: \`PORT=8080\`.`);
  }
}

/** Reasons why a port is unavailable. */
const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'and the nine before it are taken.',
  EACCES: 'can only be used by the administrator of this machine.',
};
