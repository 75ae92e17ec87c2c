import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { IssueInput } from '../../core/issue.ts';
import { isComment } from './html-rules.ts';
import { listNodes, listNodesOf } from './markdown-nodes.ts';

type LossInput = Required<Pick<IssueInput, 'code' | 'message' | 'hint'>>;

/** A part of a text that readers would not see. */
export interface Loss {
  readonly at: Nodes;
  readonly input: LossInput;
}

/** Finds what Markdown silently drops: unused notes and definitions, headings without words, an empty text. */
export function checkLosses(tree: Root): readonly Loss[] {
  return [...checkNotes(tree), ...checkDefinitions(tree), ...checkHeadings(tree), ...checkEmptiness(tree)];
}

/**
 * A note is shown if a mark in the text, or in another shown note, leads to it. Of two with the same name, only the
 * first is shown.
 */
function checkNotes(tree: Root): readonly Loss[] {
  const notes = new Map<string, FootnoteDefinition>();
  const losses: Loss[] = [];
  for (const note of listNodesOf(tree, 'footnoteDefinition')) {
    if (!notes.has(note.identifier)) notes.set(note.identifier, note);
    else losses.push({ at: note, input: explainSecond(`the footnote \`[^${note.label ?? note.identifier}]\``) });
  }
  if (notes.size === 0) return losses;
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
      input: { code: 'lost-text', message, hint: `Write \`${mark}\` where it belongs, or delete the footnote.` },
    });
  }
  return losses;
}

function explainSecond(what: string): LossInput {
  const message = `This is the second definition of ${what}: only the first is used.`;
  return { code: 'lost-text', message, hint: 'Rename it, or delete one of the two.' };
}

function checkDefinitions(tree: Root): readonly Loss[] {
  const found = new Map<string, string>();
  const losses: Loss[] = [];
  for (const definition of listNodesOf(tree, 'definition')) {
    const first = found.get(definition.identifier);
    if (first !== undefined && first !== definition.url) {
      losses.push({ at: definition, input: explainSecond(`\`[${definition.label ?? definition.identifier}]\``) });
    } else if (first === undefined) found.set(definition.identifier, definition.url);
  }
  return losses;
}

function checkHeadings(tree: Root): readonly Loss[] {
  const input: LossInput = {
    code: 'empty-heading',
    message: 'The heading has no words.',
    hint: 'Write the heading, or delete the line.',
  };
  return listNodesOf(tree, 'heading')
    .filter((heading) => !isShown(toString(heading)))
    .map((heading) => ({ at: heading, input }));
}

/** A text of only rules, comments or definitions shows nothing. */
function checkEmptiness(tree: Root): readonly Loss[] {
  const [first] = tree.children;
  if (!first || listNodes(tree).some(hasSomethingToSee)) return [];
  const message = 'Readers would see nothing: the text has no words.';
  return [{ at: first, input: { code: 'empty-body', message, hint: 'Write the text, or delete what is there.' } }];
}

function hasSomethingToSee(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'table') return true;
  if (node.type === 'html') return !isComment(node.value);
  return (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') && isShown(node.value);
}

/** Returns whether a text has a visible character. */
function isShown(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]/u.test(text);
}
