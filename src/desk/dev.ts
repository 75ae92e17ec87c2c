import { dev } from 'astro';
import type { Settings } from '../core/settings.ts';
import { toPort, type Call } from './command.ts';

/**
 * Starts the authoring server and leaves it running. Astro's own command does more than that: where it believes that an agent
 * calls it, it goes on in the background.
 */
export async function runDev({ options }: Call, { machine }: Settings): Promise<void> {
  const [host] = options.get('host') ?? [];
  const server = { port: toPort(options) ?? machine.port, open: options.has('open'), ...(host && { host }) };
  await dev({ server });
}
