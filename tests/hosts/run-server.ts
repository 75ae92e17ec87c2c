import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { renderHostFiles } from '../../src/hosts/newsroom-host.ts';
import { getSiteDir, sites, type SiteName } from '../support/sites.ts';

const run = promisify(execFile);

/** A server from Debian with our configuration. */
export type ServerName = 'nginx' | 'Caddy';

/** A server's answer. */
interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A running server. */
export interface HostServer {
  /** The site's front page, base path included. */
  readonly url: string;
  readonly ports: { readonly http: number; readonly https: number };
  /** The self-signed certificate. */
  readonly certificateFile: string;
  /** Requests an address of the host. */
  get(sitePath: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Reply>;
  close(): Promise<void>;
}

/** Finds a program from Debian. Throws with the package to install. */
export function findProgram(name: string, debianPackage: string): string {
  const found = ['/usr/sbin', '/usr/bin', '/usr/local/bin']
    .map((folder) => path.join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  if (found === undefined) {
    throw new Error(`\`npm run test:hosts\` needs ${name}. On Debian, as root: apt-get install ${debianPackage}`);
  }
  return found;
}

/**
 * Serves a built site with the configuration that `gazetteer host` writes, on free ports of this machine and with its own
 * certificate.
 */
export async function runServer(
  server: ServerName,
  name: SiteName,
  moves: ReadonlyMap<string, string>,
  siteDir = getSiteDir(name),
): Promise<HostServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'host-'));
  const { base } = sites[name];
  const root = path.join(folder, 'www');
  // A site with a base path is in the folder of that name.
  await mkdir(path.dirname(path.join(root, base)), { recursive: true });
  if (base !== '/') await mkdir(root, { recursive: true });
  await symlink(siteDir, path.join(root, base).replace(/\/$/u, ''));
  const certificate = { chain: path.join(folder, 'chain.pem'), key: path.join(folder, 'key.pem') };
  await makeCertificate(certificate);
  const ports = { http: await findFreePort(), https: await findFreePort() } as const;
  const { files } = renderHostFiles(
    server === 'nginx' ? 'nginx' : 'caddy',
    { url: `https://localhost${base}`, moves },
    { root, certificate, ports },
  );
  const configuration = files[0]?.text ?? '';
  const child =
    server === 'nginx' ? await startNginx(folder, configuration) : await startCaddy(folder, ports, configuration);
  const ca = await readFile(certificate.chain);
  const get: HostServer['get'] = (sitePath, headers = {}, method = 'GET') =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          servername: 'localhost',
          port: ports.https,
          path: sitePath,
          method,
          ca,
          agent: false,
          headers: { host: `localhost:${ports.https}`, ...headers },
        },
        (answer) => {
          const chunks: Uint8Array[] = [];
          answer.on('data', (chunk: Uint8Array) => chunks.push(chunk));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      asked.on('error', reject).end();
    });
  const close = async () => {
    await stop(child);
    await rm(folder, { recursive: true, force: true });
  };
  const started = {
    url: `https://localhost:${ports.https}${base}`,
    ports,
    certificateFile: certificate.chain,
    get,
    close,
  };
  await waitUntilReady(child, () => get('/'));
  return started;
}

/** Returns a free port. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Polls a program until it answers. Throws if it has ended. The limit only stops a hang. */
export async function waitUntilReady(child: ChildProcess, ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 200 && isRunning(child); tries += 1) {
    const isUp = await ask().then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${child.spawnfile} does not answer (exit code ${child.exitCode}).`);
}

/** Stops a program and waits until it has ended. */
export async function stop(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null;

async function makeCertificate({ chain, key }: { readonly chain: string; readonly key: string }): Promise<void> {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const algorithm = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
  await run(findProgram('openssl', 'openssl'), [
    'req',
    '-x509',
    ...algorithm,
    '-days',
    '2',
    ...subject,
    '-keyout',
    key,
    '-out',
    chain,
  ]);
}

/** Starts nginx with the configuration of a site, in the foreground. */
export async function startNginx(folder: string, configuration: string): Promise<ChildProcess> {
  const program = findProgram('nginx', 'nginx-light');
  await writeFile(path.join(folder, 'site.conf'), configuration);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  const file = path.join(folder, 'nginx.conf');
  await writeFile(
    file,
    `${user}daemon off;\npid ${folder}/pid;\nworker_processes 2;\nevents {}\n` +
      `http {\n  access_log off;\n  sendfile on;\n  ${temporary.join('\n  ')}\n  include ${folder}/site.conf;\n}\n`,
  );
  const options = ['-e', 'stderr', '-p', folder, '-c', file];
  await run(program, [...options, '-t']);
  return spawn(program, options, { stdio: 'ignore' });
}

async function startCaddy(folder: string, { http }: HostServer['ports'], configuration: string): Promise<ChildProcess> {
  const program = findProgram('caddy', 'caddy');
  const file = path.join(folder, 'Caddyfile');
  await writeFile(file, `{\n\tadmin off\n\thttp_port ${http}\n}\n${configuration}`);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  await run(program, ['validate', '--config', file, '--adapter', 'caddyfile'], { env });
  return spawn(program, ['run', '--config', file, '--adapter', 'caddyfile'], { env, stdio: 'ignore' });
}
