import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { showEverywhere } from '../../../src/astro/follow-content.ts';
import { getLiveNewsroom } from '../../../src/content/live-newsroom.ts';
import { emptyNewsroom } from '../../../src/news/newsroom.ts';

type Handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A server that writes down what it is told, and the answers that it is giving. */
function startServer() {
  const told: string[] = [];
  let handle: Handle | undefined;
  const toEnvironment = (name: string) => ({
    hot: { send: (message: unknown) => void told.push(`${name}: ${typeof message === 'string' ? message : 'reload'}`) },
  });
  const show = showEverywhere({
    middlewares: { use: (added: Handle) => void (handle = added) },
    environments: { client: toEnvironment('client'), ssr: toEnvironment('ssr'), prerender: toEnvironment('prerender') },
  });
  const ask = () => {
    const response = new EventEmitter();
    let isPassed = false;
    handle?.({} as IncomingMessage, response as unknown as ServerResponse, () => (isPassed = true));
    expect(isPassed).toBe(true);
    return response;
  };
  return { told, ask, show };
}

const live = { newsroom: emptyNewsroom, issues: [] };

const round = ['ssr: astro:content-changed', 'prerender: astro:content-changed', 'client: reload'];

describe('another version of the newsroom', () => {
  it('is shown by every page at once', () => {
    const { told, show } = startServer();
    show(live);
    expect(getLiveNewsroom()).toBe(live);
    expect(told).toEqual(round);
  });

  it('is announced again once every request has been answered that began before', async () => {
    const { told, ask, show } = startServer();
    ask().emit('close');
    const [first, second] = [ask(), ask()];
    show(live);
    const later = ask();
    first.emit('close');
    await new Promise(setImmediate);
    expect(told).toEqual(round);
    second.emit('close');
    await new Promise(setImmediate);
    expect(told).toEqual([...round, ...round]);
    later.emit('close');
    await new Promise(setImmediate);
    expect(told).toEqual([...round, ...round]);
  });
});
