import type { Literal } from 'mdast';
import type { Code, State, Tokenizer } from 'micromark-util-types';
import type { Processor } from 'unified';

/** A mark in a text that names a source of the story: `[@reuters]` or `[@2]`. Its value is the id or the number. */
export interface SourceMark extends Literal {
  type: 'sourceMark';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    sourceMark: SourceMark;
  }
  interface RootContentMap {
    sourceMark: SourceMark;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    sourceMark: 'sourceMark';
  }
}

const [leftParenthesis, atSign, leftBracket, rightBracket] = [40, 64, 91, 93];

/**
 * Reads source marks. Only the exact form counts: `[@user](…)`, and `[@user]` or `[@user][…]` with a definition, remain
 * links; an escaped mark remains text, as does one in code. Must come last, so that no other reads the bracket first.
 */
export function remarkSourceMarks(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ text: { [leftBracket]: { name: 'sourceMark', tokenize: tokenizeMark } } });
  (data.fromMarkdownExtensions ??= []).push({
    enter: {
      sourceMark(token) {
        this.enter({ type: 'sourceMark', value: this.sliceSerialize(token).slice(2, -1) }, token);
      },
    },
    exit: {
      sourceMark(token) {
        this.exit(token);
      },
    },
  });
}

const tokenizeMark: Tokenizer = function (effects, ok, nok) {
  const isDefined = (label: string) => this.parser.defined.includes(normalizeIdentifier(label));
  let mark = '';
  const name: State = (code) => {
    if (code === rightBracket && mark !== '') return take(code, end);
    if (!isNameCode(code)) return nok(code);
    mark += String.fromCharCode(code);
    return take(code, name);
  };
  const end: State = (code) => {
    if (code === leftParenthesis || isDefined(`@${mark}`)) return nok(code);
    effects.exit('sourceMark');
    return code === leftBracket ? effects.check({ partial: true, tokenize: tokenizeLabel }, nok, ok)(code) : ok(code);
  };
  const take = (code: Code, next: State): State => {
    effects.consume(code);
    return next;
  };
  return (bracket) => {
    effects.enter('sourceMark');
    return take(bracket, (code) => (code === atSign ? take(code, name) : nok(code)));
  };
};

/** Finds the label of a link after its words: `[…]` with a definition. */
const tokenizeLabel: Tokenizer = function (effects, ok, nok) {
  let label = '';
  const inside: State = (code) => {
    if (code === null || code < 0 || code === leftBracket) return nok(code);
    effects.consume(code);
    if (code !== rightBracket) {
      label += String.fromCharCode(code);
      return inside;
    }
    effects.exit('sourceMark');
    return this.parser.defined.includes(normalizeIdentifier(label)) ? ok : nok;
  };
  return (bracket) => {
    effects.enter('sourceMark');
    effects.consume(bracket);
    return inside;
  };
};

function isNameCode(code: Code): code is number {
  return code !== null && code > 0 && /[\p{L}\p{M}\p{N}-]/u.test(String.fromCharCode(code));
}

/** Normalizes the label of a definition as micromark does. */
function normalizeIdentifier(label: string): string {
  return label
    .replace(/[\t\n\r ]+/gu, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}
