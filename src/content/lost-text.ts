import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { IssueInput } from '../core/issue.ts';
import { isComment } from './html-rules.ts';

type LossInput = Required<Pick<IssueInput, 'code' | 'message' | 'hint'>>;

/** Something of a text that readers would not get. */
export interface Loss {
  readonly at: Nodes;
  readonly input: LossInput;
}

/** Finds what Markdown leaves out in silence: notes and definitions that nothing uses, headings without words, an empty text. */
export function checkLosses(tree: Root): readonly Loss[] {
  return [...checkNotes(tree), ...checkDefinitions(tree), ...checkHeadings(tree), ...checkEmptiness(tree)];
}

/** A note is shown where a mark in the text, or in a note that is shown, leads to it; of two with one name the first. */
function checkNotes(tree: Root): readonly Loss[] {
  const notes = new Map<string, FootnoteDefinition>();
  const losses: Loss[] = [];
  visit(tree, 'footnoteDefinition', (note) => {
    if (!notes.has(note.identifier)) notes.set(note.identifier, note);
    else losses.push({ at: note, input: explainSecond(`the footnote \`[^${note.label ?? note.identifier}]\``) });
  });
  const shown = new Set<string>();
  const follow = (node: Nodes): void => {
    if (node.type === 'footnoteReference' && !shown.has(node.identifier)) {
      shown.add(node.identifier);
      const note = notes.get(node.identifier);
      for (const child of note?.children ?? []) follow(child);
    }
    if (!('children' in node)) return;
    for (const child of node.children) if (child.type !== 'footnoteDefinition') follow(child);
  };
  follow(tree);
  for (const note of notes.values()) {
    if (shown.has(note.identifier)) continue;
    const mark = `[^${note.label ?? note.identifier}]`;
    const message = `The footnote \`${mark}\` is not published: nothing in the text refers to it.`;
    losses.push({
      at: note,
      input: { code: 'lost-text', message, hint: `Write \`${mark}\` where it belongs, or delete the note.` },
    });
  }
  return losses;
}

function explainSecond(what: string): LossInput {
  const message = `This is the second definition of ${what}: only the first is used.`;
  return { code: 'lost-text', message, hint: 'Give it a name of its own, or delete one of them.' };
}

function checkDefinitions(tree: Root): readonly Loss[] {
  const found = new Map<string, string>();
  const losses: Loss[] = [];
  visit(tree, 'definition', (definition) => {
    const first = found.get(definition.identifier);
    if (first !== undefined && first !== definition.url) {
      losses.push({ at: definition, input: explainSecond(`\`[${definition.label ?? definition.identifier}]\``) });
    } else if (first === undefined) found.set(definition.identifier, definition.url);
  });
  return losses;
}

function checkHeadings(tree: Root): readonly Loss[] {
  const losses: Loss[] = [];
  visit(tree, 'heading', (heading) => {
    if (isShown(toString(heading))) return;
    const input: LossInput = {
      code: 'empty-heading',
      message: 'The heading has no words.',
      hint: 'Write some, or delete its line.',
    };
    losses.push({ at: heading, input });
  });
  return losses;
}

/** A text of rules, comments or definitions alone shows nothing. */
function checkEmptiness(tree: Root): readonly Loss[] {
  const [first] = tree.children;
  let isEmpty = first !== undefined;
  visit(tree, (node) => {
    if (node.type === 'image' || node.type === 'imageReference' || node.type === 'table') isEmpty = false;
    if (node.type === 'html' && !isComment(node.value)) isEmpty = false;
    if ((node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') && isShown(node.value))
      isEmpty = false;
  });
  if (!isEmpty || !first) return [];
  const message = 'Readers see nothing of this text: it has no words.';
  return [{ at: first, input: { code: 'empty-body', message, hint: 'Write the text, or delete what is there.' } }];
}

/** Tells whether a text has a character that can be seen. */
function isShown(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]/u.test(text);
}
