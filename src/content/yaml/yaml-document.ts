import { isScalar, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';

/** A YAML text as a tree, with the lines that its positions are of. */
export interface OpenYaml {
  readonly yaml: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Reads YAML 1.2 with the failsafe schema: every value is the text that was written. `NO`, `007`, `1.10` and `2024-11-05` stay what
 * they are.
 */
export function openYaml(yaml: string): OpenYaml {
  const lines = new LineCounter();
  const isComposed = yaml === yaml.normalize('NFC');
  const document = parseDocument(yaml, {
    version: '1.2',
    schema: 'failsafe',
    strict: true,
    prettyErrors: false,
    // Warnings would go to the terminal by themselves.
    logLevel: 'error',
    lineCounter: lines,
    ...(isComposed ? {} : { uniqueKeys: isSameName }),
  });
  if (!isComposed) visit(document, { Pair: (_, { key }) => void (isScalar(key) && (key.value = toName(key.value))) });
  return { yaml, document, lines };
}

function isSameName(a: unknown, b: unknown): boolean {
  return isScalar(a) && isScalar(b) && toName(a.value) === toName(b.value);
}

/** Puts the name of a key into NFC: it may be an id, which others write with composed accents. */
function toName(key: unknown): unknown {
  return typeof key === 'string' ? key.normalize('NFC') : key;
}

/** Tells whether an error keeps what follows from being understood: a key that appears twice does not. */
export function isFatal({ code }: YAMLError): boolean {
  return code !== 'DUPLICATE_KEY';
}
