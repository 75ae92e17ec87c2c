/** A browser window under a driver: https://www.w3.org/TR/webdriver2/ */
export interface Session {
  open(url: string): Promise<void>;
  /** Clicks the first element of a selector where a reader would. Waits for the element. */
  click(selector: string): Promise<void>;
  /** Types into the first element of a selector. Waits for the element. */
  type(selector: string, text: string): Promise<void>;
  /** Sets the window's size in pixels, including its frame. */
  resize(width: number, height: number): Promise<void>;
  /** Runs a function in the page. It can use its arguments and nothing around it. Throws what it throws. */
  run<Arguments extends readonly unknown[], Result>(
    script: (...given: Arguments) => Result | Promise<Result>,
    ...given: Arguments
  ): Promise<Result>;
  close(): Promise<void>;
}

/** Requests a window from a driver that listens at `driverUrl`. Throws if there is none. */
export async function startSession(driverUrl: string, capabilities: object): Promise<Session> {
  const { sessionId } = (await ask('POST', `${driverUrl}/session`, {
    capabilities: { alwaysMatch: { timeouts, ...capabilities } },
  })) as { sessionId: string };
  const command = (name: string, body: object) => ask('POST', `${driverUrl}/session/${sessionId}/${name}`, body);
  const find = async (selector: string) => {
    const found = await command('element', { using: 'css selector', value: selector });
    return `element/${Object.values(found as Record<string, string>)[0]}`;
  };
  return {
    open: async (url) => void (await command('url', { url })),
    click: async (selector) => void (await command(`${await find(selector)}/click`, {})),
    type: async (selector, text) => void (await command(`${await find(selector)}/value`, { text })),
    resize: async (width, height) => void (await command('window/rect', { width, height })),
    run: async <Result>(script: (...given: never) => Result | Promise<Result>, ...args: readonly unknown[]) =>
      (await command('execute/sync', { script: `return (${script})(...arguments)`, args })) as Result,
    close: async () => void (await ask('DELETE', `${driverUrl}/session/${sessionId}`)),
  };
}

/** Milliseconds. `implicit` is how long an element may take to appear. They only stop a hang. */
const timeouts = { implicit: 20_000, pageLoad: 60_000, script: 20_000 };

/** Returns the value of a driver's answer. Throws the driver's error. */
async function ask(method: 'POST' | 'DELETE', url: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: unknown };
  if (answer.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${error}: ${message} (${method} ${new URL(url).pathname} ${JSON.stringify(body)})`);
}
