/**
 * Scans a site on this machine with MDN's Observatory and prints its grade and tests as JSON: `node scan.js localhost 8443 8080`.
 *
 * The package's own command knows the ports 443 and 80 only, so its parts are put together here as its scanner does it. It looks into
 * the list of hosts that browsers know to be encrypted, which its install script would fetch: nothing on this machine is in it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const [, , host, httpsPort, httpPort] = process.argv;
const source = path.dirname(fileURLToPath(import.meta.resolve('@mdn/mdn-http-observatory')));
await mkdir(path.join(source, '../conf'), { recursive: true });
await writeFile(path.join(source, '../conf/hsts-preload.json'), '{}');

const load = (file) => import(path.join(source, file));
const { retrieve } = await load('retriever/retriever.js');
const { ALL_TESTS } = await load('constants.js');
const { getGradeForScore, getScoreModifier } = await load('grader/grader.js');
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await load('grader/charts.js');

const requests = await retrieve(host, { httpsPort: Number(httpsPort), httpPort: Number(httpPort) });
const tests = ALL_TESTS.map((test) => test(requests)).map((output) => ({
  name: output.constructor.name,
  pass: output.pass,
  result: output.result,
  modifier: getScoreModifier(output.result),
}));
const add = (some) => some.reduce((sum, { modifier }) => sum + modifier, 100);
const plain = add(tests.filter(({ modifier }) => modifier < 0));
const { score, grade } = getGradeForScore(plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? add(tests) : plain);
process.stdout.write(JSON.stringify({ grade, score, isEncrypted: requests.responses.auto?.verified ?? false, tests }));
