import { readFile } from 'node:fs/promises';

/** Node's `fetch` refuses files, which Pagefind's program requests with it. */
export async function withFileFetch<Result>(work: () => Promise<Result>): Promise<Result> {
  const { fetch: original } = globalThis;
  globalThis.fetch = async (input) => new Response(await readFile(new URL(String(input).replace(/\?.*$/u, ''))));
  try {
    return await work();
  } finally {
    globalThis.fetch = original;
  }
}
