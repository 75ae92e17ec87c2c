import type { IssueInput } from '../../core/issue.ts';
import { isLocalFile } from '../text/local-file.ts';

/**
 * Returns whether a link may use an address: http(s), mailto, tel, a path of this site, or a heading of the page. The
 * sanitiser of the Markdown chain allows the same schemes.
 *
 * @example isSafeLink('javascript:alert(1)') // false
 */
export function isSafeLink(url: string): boolean {
  if (/^(?:\/(?![/\\])|#)/u.test(url)) return isSafeSitePath(url);
  if (/^mailto:/iu.test(url)) return isSafeMail(url.slice('mailto:'.length));
  if (/^tel:/iu.test(url)) return isPhoneNumber(url.slice('tel:'.length));
  return /^https?:\/\/[^\s/]/iu.test(url) && URL.canParse(url);
}

/** The path and the anchor are looked up in the site, so they must decode. A query is not. */
function isSafeSitePath(url: string): boolean {
  const [address = '', anchor = ''] = url.split(/#(.*)/su);
  const path = address.replace(/\?.*$/su, '');
  return isDecodable(path) && isDecodable(anchor) && !/\/\/|(?:^|\/)\.{1,2}(?:\/|$)/u.test(path);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Fields of a message that a link may fill in (RFC 6068, section 4). */
const mailFields: ReadonlySet<string> = new Set(['to', 'cc', 'bcc', 'subject', 'body']);

/**
 * Checks the recipients and fields of a mail address. Only the body may contain line ends, which would otherwise start
 * another field.
 */
function isSafeMail(mail: string): boolean {
  const [to = '', query = ''] = mail.split(/\?(.*)/su);
  if (/\s/u.test(mail) || !isDecodable(mail)) return false;
  const fields = query === '' ? [] : query.split('&').map((field) => field.split(/=(.*)/su));
  const areFieldsSafe = fields.every(
    ([name = '', value = '']) =>
      mailFields.has(name.toLowerCase()) && (name.toLowerCase() === 'body' || !/%0[ad]/iu.test(value)),
  );
  if (!areFieldsSafe) return false;
  return to === ''
    ? fields.length > 0
    : to.split(',').every((address) => /^[^@]+@[^@]+$/u.test(address)) && !/%0[ad]/iu.test(to);
}

/** Returns whether a text is a number of RFC 3966: digits, separators, parameters such as `;ext=12`. */
function isPhoneNumber(text: string): boolean {
  return /^\+?(?=[^\d;]*\d)(?:[\d().*-]|%23)+(?:;[a-z][a-z-]*(?:=[\w+.-]+)?)*$/iu.test(text);
}

const linkHint =
  'A link can go to an https:// or http:// page, a mailto: or tel: address, a path on this site (`/…`) or a heading (`#…`).';

const pathHint = 'Write the full path from the root of the site: `/2024/11/name/`.';

/** Explains why a link is rejected and how to write it. */
export function explainLink(url: string): Required<Pick<IssueInput, 'message' | 'hint'>> {
  if (url.trim() === '') {
    const hint = 'Write the address between the parentheses: `[words](https://www.example.org)`.';
    return { message: 'The link has no address.', hint };
  }
  const hint = isLocalFile(url)
    ? `Only a story can have files in its folder. Put this one in content/public/ and write \`/${url.replace(/^.*\//su, '')}\`.`
    : suggestLink(url);
  return { message: `The link to \`${url.slice(0, 80)}\` is not allowed.`, hint };
}

function suggestLink(url: string): string {
  const meant = guessAddress(url);
  if (meant !== undefined && isSafeLink(meant)) return `Write \`${meant.slice(0, 120)}\`.`;
  if (/^(?:[a-z]:[\\/]|\\\\|file:|~\/)/iu.test(url))
    return 'This file is on your computer, where readers cannot open it. Link to its address on the web.';
  if (/^mailto:/iu.test(url)) return 'Write `mailto:name@example.org`, with `?subject=…&cc=…&body=…` if needed.';
  if (/^tel:/iu.test(url)) return 'Write the number with its country code: `tel:+40-21-123-4567`.';
  if (/^[/#]/u.test(url) && !isDecodable(url)) return 'Write `%25` for a percent sign.';
  return /^[\p{L}\p{N}_./-]+$/u.test(url) ? pathHint : linkHint;
}

/** Guesses the address that a writer meant. Undefined if there is no good guess. */
function guessAddress(url: string): string | undefined {
  const text = url.trim();
  const [, secure, rest] = /^h{1,2}t{1,3}p(s?)[:;]?[/\\]{0,3}(?=\S)(?![:;/\\])(\S+)$/iu.exec(text) ?? [];
  if (rest !== undefined) return /^[^/?#]*\./u.test(rest) ? `http${secure === '' ? '' : 's'}://${rest}` : undefined;
  if (/^[/\\]{2}[^/\\]+\.[^/\\]/u.test(text)) return text.startsWith('//') ? `https:${text}` : undefined;
  const mail = /^(?:mailto:)?[/\s]*([^\s@/:]+@[^\s@/]+\.[^\s@/]+)$/iu.exec(text)?.[1];
  if (mail !== undefined) return `mailto:${mail}`;
  if (/^(?:tel:)?\s*\+?[\d\s().-]{5,30}$/iu.test(text))
    return `tel:${text.replace(/^tel:/iu, '').replace(/\s+/gu, '')}`;
  return isHost(text) ? `https://${text}` : undefined;
}

/** Tells `example.org/path` from `flood.md` and `2024/flood`. */
function isHost(text: string): boolean {
  const host = /^[^\s/?#:@\\]+/u.exec(text)?.[0] ?? '';
  return (
    /^www\.[^.]/iu.test(host) ||
    (/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*\.)+\p{L}{2,}$/u.test(host) && !fileEnd.test(host))
  );
}

const fileEnd =
  /\.(?:md|markdown|html?|php|aspx?|txt|pdf|docx?|xlsx?|pptx?|csv|json|xml|zip|mp[34]|jpe?g|png|gif|webp|avif|svg)$/iu;
