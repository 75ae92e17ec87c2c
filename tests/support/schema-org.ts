import { readFileSync } from 'node:fs';
import Validator from '@adobe/structured-data-validator';

/**
 * Reads the vocabulary of schema.org from the types of schema-dts, which are generated from it. The validator requires
 * it in the form of https://schema.org/version/latest/schemaorg-all-https.jsonld, and a test fetches nothing.
 */
function readVocabulary(): { readonly '@graph': readonly object[] } {
  const text = readFileSync('node_modules/schema-dts/dist/schema.d.ts', 'utf8');
  const bases = new Map(
    [...text.matchAll(/^(?:export )?interface (\w+)Base(?: extends ([^{]+?))? \{$(.*?)^\}$/gmsu)].map(
      ([, name = '', parents = '', body = '']) => [name, { parents: toNames(parents), body }] as const,
    ),
  );
  const leaves = [...text.matchAll(/^export interface (\w+)Leaf extends ([^{]+?) \{$\s+"@type": "(\w+)"/gmu)].map(
    ([, , parents = '', type = '']) => [type, toNames(parents)] as const,
  );
  const classes = [
    ...[...bases].map(([name, { parents }]) => toClass(name, parents)),
    // A type without properties of its own has no base: its leaf extends that of the type above it.
    ...leaves.filter(([type]) => !bases.has(type)).map(([type, parents]) => toClass(type, parents)),
  ];
  const domains = new Map<string, string[]>();
  for (const [name, { body }] of bases) {
    for (const [, property = ''] of body.matchAll(/^ {4}"([\w-]+)"\?: /gmu)) {
      domains.set(property, [...(domains.get(property) ?? []), name]);
    }
  }
  const properties = [...domains].map(([property, names]) => ({
    '@id': `schema:${property}`,
    '@type': 'rdf:Property',
    'schema:domainIncludes': names.map((name) => ({ '@id': `schema:${name}` })),
  }));
  return { '@graph': [...classes, ...properties] };
}

function toNames(parents: string): readonly string[] {
  return [...parents.matchAll(/(\w+)Base\b/gu)].map(([, name = '']) => name);
}

function toClass(name: string, parents: readonly string[]) {
  return {
    '@id': `schema:${name}`,
    '@type': 'rdfs:Class',
    'rdfs:subClassOf': parents.map((parent) => ({ '@id': `schema:${parent}` })),
  };
}

const validator = new Validator(readVocabulary());

/** A thing of a graph. */
export interface GraphThing extends Readonly<Record<string, unknown>> {
  readonly '@type': string;
}

/** Validates a page's descriptions against schema.org, and returns the errors as sentences. */
export async function validateThings(things: readonly GraphThing[]): Promise<readonly string[]> {
  const issues = await validator.validate({ jsonld: Object.groupBy(things, (thing) => thing['@type']) as never });
  return issues
    .filter(({ severity, errorType }) => severity === 'ERROR' || errorType === 'schemaOrg')
    .map(
      ({ path, issueMessage }) => `${path.map(({ type, property }) => property ?? type).join('.')}: ${issueMessage}`,
    );
}

/** Reads a page's structured data. Undefined if it has none. */
export function readGraph(html: string): readonly GraphThing[] | undefined {
  const json = /<script type="application\/ld\+json">(?<json>[\s\S]*?)<\/script>/u.exec(html)?.groups?.['json'];
  return json === undefined ? undefined : JSON.parse(json)['@graph'];
}
