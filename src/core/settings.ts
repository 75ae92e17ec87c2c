import { toIssue, type Issue } from './issue.ts';
import { getNearest } from './spelling.ts';

/** Reads settings of the environment by their names, each with the value that it has otherwise. */
export interface Settings {
  /** What is wrong with all that were read so far. */
  readonly issues: readonly Issue[];
  /** Any text. */
  text(name: string, otherwise: string): string;
  /** The address of a site, with a slash at its end. */
  siteUrl(name: string, otherwise: string): string;
  /** An IANA time zone. */
  timeZone(name: string, otherwise: string): string;
  /** A whole number from `min`, by default 1, to `max`. */
  count(name: string, otherwise: number, min?: number, max?: number): number;
  /** `on` or `off`; on by default. */
  isOn(name: string, otherwise?: 'on' | 'off'): boolean;
}

/** What a setting must be. */
interface Kind<Value> {
  /** Returns undefined for what it must not be. */
  parse(text: string): Value | undefined;
  /** What it is not: `the name of a time zone`. */
  readonly noun: string;
  /** Says how to cure a wrong value. */
  suggest(text: string): string;
  /** What the program goes on with until it has reported a wrong value. */
  readonly standIn: Value;
}

/** Makes a reader of the settings in an environment. An empty value counts as none, except that of a text. */
export function createSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const issues: Issue[] = [];
  const read = <Value>(name: string, otherwise: string, kind: Kind<Value>): Value => {
    const text = env[name]?.trim() || otherwise;
    const value = kind.parse(text);
    if (value !== undefined) return value;
    const message = `The setting ${name} is \`${text}\`, which is not ${kind.noun}.`;
    issues.push(toIssue({ code: 'invalid-value', message, hint: kind.suggest(text), file: 'site.config.ts' }));
    return kind.standIn;
  };
  return {
    issues,
    text: (name, otherwise) => env[name] ?? otherwise,
    siteUrl: (name, otherwise) => read(name, otherwise, siteUrl),
    timeZone: (name, otherwise) => read(name, otherwise, timeZone),
    count: (name, otherwise, min = 1, max = 1e9) => read(name, String(otherwise), toCount(min, max)),
    isOn: (name, otherwise = 'on') => read(name, otherwise, onOrOff),
  };
}

const siteUrl: Kind<string> = {
  parse: toSiteUrl,
  noun: 'the address of a site',
  suggest: (text) => {
    const meant = toSiteUrl(toBareUrl(text));
    const isHost = meant !== undefined && /\/\/[^/]+\.|localhost/u.test(meant);
    return `Write the whole address of its front page: \`${isHost ? meant : 'https://example.org/news/'}\`.`;
  },
  standIn: 'https://gazetteer.example/',
};

/** Returns the address of a folder on the web, with a slash at its end; undefined where there is anything else in it. */
function toSiteUrl(text: string): string | undefined {
  if (!/^https?:(?:\/\/[^/?#@\\\s]+)(?:\/[^/?#\\\s]+)*\/?$/iu.test(text)) return undefined;
  return URL.parse(text)?.href.replace(/\/?$/u, '/');
}

/** Takes out what the address of a site does not have: a user, a query, a fragment, spaces, doubled slashes. */
function toBareUrl(text: string): string {
  const rest = text
    .replaceAll('\\', '/')
    .replace(/[?#].*$/u, '')
    .replace(/^(?:[a-z]+:(?!\d))?\/*/iu, '')
    .replace(/^[^/]*@/u, '');
  const scheme = /^http:/iu.test(text) ? 'http' : 'https';
  return `${scheme}://${rest.replaceAll(/\s/gu, '').replaceAll(/\/{2,}/gu, '/')}`;
}

const timeZone: Kind<string> = {
  parse: (text) => (isTimeZone(text) ? text : undefined),
  noun: 'the name of a time zone',
  suggest: (text) => {
    const nearest = getNearest(text, Intl.supportedValuesOf('timeZone'));
    return nearest === undefined ? 'Write one such as `Europe/Bucharest` or `UTC`.' : `Did you mean \`${nearest}\`?`;
  },
  standIn: 'UTC',
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

function toCount(min: number, max: number): Kind<number> {
  return {
    parse: (text) => {
      const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
    noun: `a whole number from ${min} to ${max}`,
    suggest: () => 'Write it in digits alone.',
    standIn: min,
  };
}

const onOrOff: Kind<boolean> = {
  parse: (text) => (text === 'on' || text === 'off' ? text === 'on' : undefined),
  noun: '`on` or `off`',
  suggest: () => 'Write one of the two, in small letters.',
  standIn: true,
};
