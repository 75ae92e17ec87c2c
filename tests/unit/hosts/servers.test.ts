import { describe, expect, it } from 'vitest';
import { renderCaddy } from '../../../src/hosts/caddy.ts';
import { getFileHeaders, otherHeaders, secureHeaders } from '../../../src/hosts/file-rules.ts';
import { describeLeftOutMoves, renderHeadersFile, renderRedirectsFile } from '../../../src/hosts/host-files.ts';
import { renderNginx } from '../../../src/hosts/nginx.ts';
import { toServerSite } from '../../../src/hosts/server-site.ts';
import { readCaddy, readHostFiles, readNginx } from '../../support/host-readers.ts';

const forever = 'public, max-age=31536000, immutable';
const day = 'public, max-age=86400';
const ask = 'public, max-age=0, must-revalidate';

/**
 * One address of every kind, with the headers it needs about caches, other sites, and types where hosts would guess.
 */
const files: readonly (readonly [path: string, cache: string, resource?: string | undefined, type?: string])[] = [
  ['/', ask],
  ['/2024/11/flood/', ask],
  ['/404.html', ask],
  ['/robots.txt', ask],
  ['/sitemap.xml', ask],
  ['/assets/head.Csv.css', forever, 'same-origin'],
  ['/assets/Page.js', forever, 'same-origin'],
  ['/pagefind/2024-09/pagefind-entry.json', ask],
  ['/pagefind/2024-09/x-en_42626b4.pf_manifest', forever, 'same-origin'],
  ['/pagefind/2024-09/fragment/x-en_42626b4.pf_fragment', forever, 'same-origin'],
  ['/pagefind/2024-09/filter/x-en_42626b4.pf_filter', forever, 'same-origin'],
  ['/pagefind/2024-09/index/x-en_42626b4-3.pf_index', forever, 'same-origin'],
  ['/pagefind/2024-09/words/x-en_42626b4.pf_words', forever, 'same-origin'],
  ['/maps/ro-us.svg', day, 'cross-origin'],
  ['/globes/romania.svg', day, 'cross-origin'],
  ['/media/2024/11/bridge.jpg', day, 'cross-origin'],
  ['/pictures/2024/11/bridge.jpg/800.avif', day, 'cross-origin'],
  ['/icons/any-192.png', day, 'cross-origin'],
  ['/card.png', day, 'cross-origin'],
  ['/2024/11/flood/card.png', day, 'cross-origin'],
  ['/feed.xml', ask, undefined, 'application/rss+xml; charset=utf-8'],
  ['/2024/11/feed.xml', ask, undefined, 'application/rss+xml; charset=utf-8'],
  ['/topics/health/atom.xml', ask, undefined, 'application/atom+xml; charset=utf-8'],
  ['/2024/11/1/atom.xml', ask, undefined, 'application/atom+xml; charset=utf-8'],
  ['/regions/asia/feed.json', ask, undefined, 'application/feed+json; charset=utf-8'],
  ['/feeds/feeds.opml', ask, undefined, 'text/x-opml; charset=utf-8'],
  ['/manifest.webmanifest', ask, undefined, 'application/manifest+json; charset=utf-8'],
];

const moves = new Map([
  ['/old/address/', '/2024/11/flood/'],
  ['/alt/überschwemmung/', '/2024/11/flood/'],
  ['/regions/burma/', '/regions/myanmar/'],
]);

it('every kind of file is kept, shown and named as it must be', () => {
  for (const [path, cache, resource, type] of files) {
    const headers = getFileHeaders(path);
    expect([headers['Cache-Control'], headers['Cross-Origin-Resource-Policy'], headers['Content-Type']], path).toEqual([
      cache,
      resource,
      type,
    ]);
  }
});

describe.each(['/', '/news/'])('what hosts say of a site at %s', (base) => {
  const site = { url: `https://news.example.org${base}`, moves };
  const hosts = {
    _headers: readHostFiles(renderHeadersFile(site), renderRedirectsFile(site)),
    nginx: readNginx(renderNginx(toServerSite(site))),
    Caddy: readCaddy(renderCaddy(toServerSite(site))),
  };

  it.each(Object.entries(hosts))('%s says what the build says of every kind of file', (name, answer) => {
    for (const [path] of files) {
      // Netlify and Cloudflare tell browsers to ask by themselves.
      const own = name === '_headers' ? otherHeaders : {};
      expect({ ...own, ...answer(`${base}${path.slice(1)}`).headers }, path).toEqual({
        ...getFileHeaders(path),
        ...secureHeaders,
      });
      expect(answer(`${base}${path.slice(1)}`).location, path).toBeUndefined();
    }
  });

  it.each(Object.entries(hosts))('%s leads old addresses to the new ones', (_name, answer) => {
    for (const [from, to] of moves) {
      expect(answer(encodeURI(`${base}${from.slice(1)}`)).location, from).toBe(`${base}${to.slice(1)}`);
    }
  });
});

const withMoves = (count: number) => ({
  url: 'https://news.example.org/',
  moves: new Map(Array.from({ length: count }, (_, index) => [`/old/${index}/`, '/2024/11/flood/'])),
});

const renderRedirects = (count: number) => renderRedirectsFile(withMoves(count));

const renderMoves = (some: ReadonlyMap<string, string>) =>
  renderNginx(toServerSite({ url: 'https://news.example.org/', moves: some }));

describe('the files of Netlify and Cloudflare', () => {
  it('stay within what Cloudflare takes: 100 rules, 2,000 characters a line, 2,000 redirects', () => {
    const lines = renderHeadersFile({ url: 'https://news.example.org/', moves }).split('\n');
    expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(2000);
    expect(
      renderRedirects(2500)
        .split('\n')
        .filter((line) => line.startsWith('/')),
    ).toHaveLength(2000);
    expect(renderRedirects(3)).toContain('/old/2/ /2024/11/flood/ 301\n');
  });

  it('say how many old addresses are left out', () => {
    expect(describeLeftOutMoves(withMoves(2000))).toBe('');
    const said =
      '`_redirects` has 2000 of 2001 old addresses: Cloudflare Pages allows no more. ' +
      'The pages at the other addresses redirect readers themselves. `npx gazetteer host nginx` includes all of them.\n';
    expect(describeLeftOutMoves(withMoves(2001))).toBe(said);
    expect(renderRedirects(2001)).toContain(`# ${said}`);
    expect(renderRedirects(2000)).not.toContain('Cloudflare Pages allows');
  });
});

describe('an nginx configuration', () => {
  it('makes room for long addresses and many of them', () => {
    const long = `/${'long-address/'.repeat(20)}`;
    expect(renderMoves(moves)).toContain('map_hash_bucket_size 64;\nmap_hash_max_size 2048;');
    const many = new Map(Array.from({ length: 5000 }, (_, index) => [`/old/${index}/`, '/new/'] as const));
    expect(renderMoves(new Map([...many, [long, '/new/']]))).toContain(
      'map_hash_bucket_size 512;\nmap_hash_max_size 16384;',
    );
  });

  it('quotes what could end a word of its language', () => {
    const site = toServerSite({ url: 'https://news.example.org/', moves }, { root: '/srv/a "b" \\c' });
    expect(renderNginx(site)).toContain(String.raw`root "/srv/a \"b\" \\c";`);
    expect(renderCaddy(site)).toContain(String.raw`root * "/srv/a \"b\" \c"`);
  });
});

const render = (url: string) => {
  const site = toServerSite({ url, moves });
  return { nginx: renderNginx(site), caddy: renderCaddy(site) };
};

describe('the address of a site', () => {
  it.each([
    ['https://news.example.org/', '443 ssl', '', 'https://news.example.org'],
    ['https://news.example.org:8443/news/', '8443 ssl', ':8443', 'https://news.example.org:8443'],
    ['https://[2001:db8::1]:8443/', '8443 ssl', ':8443', 'https://[2001:db8::1]:8443'],
  ])('%s is where it is served', (url, port, suffix, origin) => {
    const { nginx, caddy } = render(url);
    const { hostname } = new URL(url);
    expect(nginx).toContain(`listen ${port} http2;\n  listen [::]:${port} http2;\n  server_name ${hostname};`);
    expect(nginx).toContain(`listen 80;\n  listen [::]:80;\n  server_name ${hostname};`);
    expect(nginx).toContain(`return 301 https://${hostname}${suffix}$request_uri;`);
    expect(caddy).toContain(`\n${origin} {\n`);
    expect(nginx).toContain('ssl_certificate "/etc/letsencrypt/live/');
    expect(caddy).not.toContain('\ttls ');
    expect(nginx + caddy).toContain(secureHeaders['Strict-Transport-Security']);
  });

  it.each([
    ['http://news.example.org/', '80', 'http://news.example.org'],
    ['http://intranet:8080/news/', '8080', 'http://intranet:8080'],
  ])('%s is served without encryption, and says nothing of it', (url, port, origin) => {
    const { nginx, caddy } = render(url);
    expect(nginx.match(/listen [^;]*;/gu)).toEqual([`listen ${port};`, `listen [::]:${port};`]);
    expect(caddy).toContain(`\n${origin} {\n`);
    expect(nginx + caddy).not.toMatch(/ssl|\ttls|Strict-Transport-Security/u);
  });

  it('has no brackets in the names of folders', () => {
    const site = toServerSite({ url: 'https://[2001:db8::1]/', moves });
    expect(site.root).toBe('/srv/www/2001:db8::1');
    expect(renderNginx(site)).toContain('ssl_certificate_key "/etc/letsencrypt/live/2001:db8::1/privkey.pem";');
  });
});

it('a certificate of one’s own takes the place of theirs', () => {
  const certificate = { chain: '/a/chain.pem', key: '/a/key.pem' };
  const site = toServerSite({ url: 'https://news.example.org/', moves }, { certificate });
  expect(renderNginx(site)).toContain('ssl_certificate "/a/chain.pem";\n  ssl_certificate_key "/a/key.pem";');
  expect(renderCaddy(site)).toContain('\ttls "/a/chain.pem" "/a/key.pem"\n');
});

it('the header of encrypted connections explains everywhere why it leaves out subdomains', () => {
  const site = { url: 'https://news.example.org/', moves };
  for (const text of [renderNginx(toServerSite(site)), renderCaddy(toServerSite(site)), renderHeadersFile(site)]) {
    expect(text).toContain('# Strict-Transport-Security without includeSubDomains: ');
  }
});

it('the query of an old address is kept at the new one', () => {
  const site = toServerSite({ url: 'https://news.example.org/news/', moves });
  expect(renderNginx(site)).toContain('return 301 $gazetteer_move$is_args$args;');
  expect(renderNginx(site)).toContain('return 302 /news/$is_args$args;');
  expect(renderCaddy(site)).toContain('redir @moved {move}{asked} 301');
  expect(renderCaddy(site)).toContain('redir / /news/{asked} 302');
});
