import type { Code, Construct, Effects, Extension, State, Tokenizer } from 'micromark-util-types';
import type { Processor } from 'unified';

/**
 * Ends GFM's bare addresses before punctuation, symbols and invisible characters beyond ASCII: `https://a.example/b。`.
 * Letters of any script continue the address. Must come after `remark-gfm`.
 *
 * Source: https://github.com/github/cmark-gfm/issues/83
 */
export function remarkBareAddresses(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = changeConstructs(data.micromarkExtensions, endAddress);
}

/** Leaves bare addresses out of GFM. Must come after `remark-gfm`. */
export function remarkNoBareAddresses(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = changeConstructs(data.micromarkExtensions, (construct) =>
    addressConstructs.has(construct.name) ? [] : [construct],
  );
  const extensions = data.fromMarkdownExtensions?.flat() ?? [];
  data.fromMarkdownExtensions = extensions.filter(({ enter }) => enter?.['literalAutolink'] === undefined);
}

const addressConstructs: ReadonlySet<string | undefined> = new Set([
  'emailAutolink',
  'protocolAutolink',
  'wwwAutolink',
]);

/** Changes what micromark looks for within paragraphs. */
function changeConstructs(
  extensions: readonly Extension[] = [],
  change: (construct: Construct) => readonly Construct[],
): Extension[] {
  return extensions.map((extension) => {
    const changed = Object.entries(extension.text ?? {}).map(
      ([code, constructs]) => [code, [constructs ?? []].flat().flatMap(change)] as const,
    );
    return { ...extension, text: Object.fromEntries(changed.filter(([, constructs]) => constructs.length > 0)) };
  });
}

function endAddress(construct: Construct): readonly Construct[] {
  const mayContinue = construct.name === 'protocolAutolink' || construct.name === 'wwwAutolink';
  return [mayContinue ? { ...construct, tokenize: stopAtForeignPunctuation(construct.tokenize) } : construct];
}

/**
 * Makes a tokenizer treat punctuation beyond ASCII as the end of the text (`null`). At its own end, and at those of the
 * constructs it tries, it returns the character itself, as micromark expects.
 */
function stopAtForeignPunctuation(tokenize: Tokenizer): Tokenizer {
  return function (outerEffects, ok, nok) {
    let current: Code = null;
    let isDone = false;
    const handBack =
      (state: State): State =>
      () =>
        state(current);
    const leave =
      (state: State): State =>
      () => {
        isDone = true;
        return state(current);
      };
    const follow = (state: State | undefined): State | undefined =>
      isDone ? state : state && ((code) => follow(state(endsAddress((current = code)) ? null : code)));
    const wrap = (construct: Construct): Construct => ({
      ...construct,
      tokenize(_, then, otherwise) {
        return construct.tokenize.call(this, effects, handBack(then), handBack(otherwise));
      },
    });
    const effects: Effects = {
      ...outerEffects,
      attempt: (tried, then, otherwise) =>
        outerEffects.attempt(isConstruct(tried) ? wrap(tried) : tried, then, otherwise),
      check: (tried, then, otherwise) => outerEffects.check(isConstruct(tried) ? wrap(tried) : tried, then, otherwise),
    };
    return follow(tokenize.call(this, effects, leave(ok), leave(nok))) ?? nok;
  };
}

function isConstruct(tried: Parameters<Effects['attempt']>[0]): tried is Construct {
  return 'tokenize' in tried;
}

/**
 * Joiners (U+200C, U+200D) are part of Persian and Indic words. The first halves of most emoji are U+D83C to U+D83E.
 */
function endsAddress(code: Code): boolean {
  if (code === null || code < 0x80) return false;
  if (code >= 0xd83c && code <= 0xd83e) return true;
  return /[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}]/u.test(String.fromCharCode(code)) && code !== 0x200c && code !== 0x200d;
}
