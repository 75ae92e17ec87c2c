/**
 * The table of every issue code, with its severity and meaning. The table in src/desk/README.md is made from it, and a
 * test checks that every code is exercised.
 */
export const issueCodes = {
  // Files
  'unexpected-file': { severity: 'error', about: 'A file in `content/` that the program does not use.' },
  'misplaced-file': { severity: 'error', about: 'An article outside `articles/YYYY/MM/`.' },
  'invalid-slug': { severity: 'error', about: 'A file name that cannot be used as an address.' },
  'duplicate-address': { severity: 'error', about: 'Two things that would be published at the same address.' },
  'alias-loop': { severity: 'error', about: 'An alias that would redirect to itself.' },
  'file-too-large': { severity: 'error', about: 'A text or file over the size limit.' },
  'unlinked-file': { severity: 'warning', about: 'A file in a story’s folder that no story links to.' },
  'unreadable-file': { severity: 'error', about: 'A file that cannot be read.' },
  'invalid-utf8': { severity: 'error', about: 'Bytes that are not UTF-8.' },
  'missing-file': { severity: 'error', about: 'A file that the newsroom must have.' },
  // YAML and front matter
  'missing-front-matter': { severity: 'error', about: 'A Markdown file without a `---` block at the top.' },
  'invalid-yaml': { severity: 'error', about: 'YAML that cannot be read.' },
  'altered-text': { severity: 'error', about: 'Text that YAML would change or partly drop.' },
  'unknown-key': { severity: 'error', about: 'A key that the content format does not have.' },
  'missing-summary': {
    severity: 'warning',
    about: 'A story without a summary: the beginning of its text is shown instead.',
  },
  'unusual-length': {
    severity: 'warning',
    about: 'A title or summary that listings and search engines cut off, or a very short one.',
  },
  'missing-key': { severity: 'error', about: 'A required key that is missing.' },
  'wrong-type': { severity: 'error', about: 'A value of the wrong type, such as text instead of a list.' },
  'too-long': { severity: 'error', about: 'A text or list over its limit.' },
  'too-short': { severity: 'error', about: 'A text or list under its minimum.' },
  'invalid-value': { severity: 'error', about: 'A value that is not one of the choices or has the wrong form.' },
  'invalid-time': { severity: 'error', about: 'A date or time that does not exist or is not in ISO 8601.' },
  'missing-offset': { severity: 'error', about: 'A time of day without a UTC offset.' },
  'forbidden-character': { severity: 'error', about: 'Control or direction characters in text.' },
  // References and rules
  'unknown-topic': { severity: 'error', about: 'A topic that is not in topics.yaml.' },
  'unknown-region': {
    severity: 'error',
    about: 'A place that is not a country code (ISO 3166), a UN region code (M49) or a group.',
  },
  'unknown-place': { severity: 'error', about: 'A dateline with a city that is not in its country.' },
  'ambiguous-place': { severity: 'error', about: 'A dateline with a city name that several cities share.' },
  'unknown-author': { severity: 'error', about: 'An author who is not in authors.yaml.' },
  'unknown-storyline': { severity: 'error', about: 'A storyline without a file in storylines/.' },
  'unknown-article': { severity: 'error', about: 'A story named in front.yaml or a milestone that does not exist.' },
  'duplicate-value': { severity: 'error', about: 'The same item twice in one list.' },
  'near-duplicate-tag': { severity: 'warning', about: 'Two tags that differ only in form.' },
  'reserved-name': { severity: 'error', about: 'A name that the site itself uses, such as a page number.' },
  'folder-date-mismatch': {
    severity: 'error',
    about: 'A story in a folder that does not match the month of `published`.',
  },
  'updated-before-published': { severity: 'error', about: '`updated` earlier than `published`.' },
  'correction-before-published': { severity: 'error', about: 'A correction or withdrawal dated before the story.' },
  'expires-before-published': { severity: 'error', about: '`expires` not later than `published`.' },
  'missing-credit': { severity: 'error', about: 'A picture without a credit, or in a text without a caption.' },
  // Bodies
  'empty-body': { severity: 'error', about: 'A story with neither text nor a source.' },
  'unwritten-text': { severity: 'error', about: 'Placeholder text of a new draft in a story that is not a draft.' },
  'heading-level': { severity: 'error', about: 'A `#` heading in the text: only the title has that level.' },
  'heading-order': { severity: 'warning', about: 'A heading that skips a level.' },
  'near-markdown': { severity: 'warning', about: 'A line that is almost a heading, list, quote or table.' },
  'leftover-markup': { severity: 'warning', about: 'Markup of another program, or a comment, in the text.' },
  'lost-text': { severity: 'error', about: 'A footnote or definition that is not published.' },
  'empty-heading': { severity: 'warning', about: 'A heading without words.' },
  'odd-character': { severity: 'warning', about: 'A character from a wrong encoding in the text.' },
  'raw-html': { severity: 'error', about: 'HTML in Markdown: it is not rendered.' },
  'unsafe-link': {
    severity: 'error',
    about: 'A link that is not an http(s), mailto or tel address, a path on the site or a heading.',
  },
  'unsafe-image': { severity: 'error', about: 'A picture that is not a file in the story’s folder.' },
  'missing-image': { severity: 'error', about: 'A picture file that does not exist.' },
  'picture-too-large': { severity: 'error', about: 'A picture with more bytes or pixels than the limit.' },
  'broken-picture': { severity: 'error', about: 'A picture file that is damaged or not in a known format.' },
  'missing-alt': { severity: 'error', about: 'A picture without a description.' },
  'undefined-reference': { severity: 'error', about: 'A footnote or reference link without its definition.' },
  'unknown-source': { severity: 'error', about: 'A source mark that names no source of its story.' },
  'unused-source': { severity: 'warning', about: 'A source that no mark names, in a story with source marks.' },
  'misplaced-mark': { severity: 'error', about: 'A source mark within the words of a link.' },
  'unknown-paragraph': { severity: 'error', about: 'A key point that names no paragraph, or several.' },
  'unsupported-point': { severity: 'warning', about: 'A key point that no paragraph of the text supports.' },
  'too-many-cells': { severity: 'error', about: 'A table with too many cells.' },
  'too-many-footnotes': { severity: 'error', about: 'Too many footnotes or references to them.' },
  'too-many-parts': { severity: 'error', about: 'Too many headings, links, pictures or similar parts in one text.' },
  'nested-too-deep': { severity: 'error', about: 'Lists or quotes nested too deep.' },
  'too-many-brackets': {
    severity: 'error',
    about: 'More brackets or emphasis marks than any real text has.',
  },
  'render-too-slow': { severity: 'error', about: 'A text that takes too much processor time.' },
  'slow-text': { severity: 'warning', about: 'A text that takes over a second of processor time.' },
  'render-failed': { severity: 'error', about: 'A text that could not be rendered.' },
  // Settings
  'unknown-variable': {
    severity: 'warning',
    about: 'A variable that is not used and looks like a misspelling of one that is.',
  },
  'missing-dictionary': {
    severity: 'error',
    about: 'A site language that the interface has not been translated into.',
  },
  'unknown-section': {
    severity: 'error',
    about: 'A link of a menu in site.yaml to a part of the site that does not exist.',
  },
  // The whole site
  'dead-link': { severity: 'error', about: 'A link to a page or file that does not exist on this site.' },
  'dropped-address': { severity: 'error', about: 'A published address that would stop working.' },
  'dead-anchor': { severity: 'error', about: 'A link to a heading that does not exist on its page.' },
  'link-to-hidden': { severity: 'warning', about: 'A link to a story that readers cannot see now.' },
  'updated-in-future': { severity: 'warning', about: '`updated` in the future, in a story that readers can see.' },
  'unexplained-withdrawal': { severity: 'warning', about: 'A withdrawn story that does not say when and why.' },
  'dateline-form': { severity: 'warning', about: 'A dateline in capitals, or with an agency or a date in it.' },
  'missing-media-topic': { severity: 'warning', about: 'A topic without its IPTC Media Topics code.' },
  'unused-author': { severity: 'warning', about: 'An author without a story.' },
  'unused-storyline': { severity: 'warning', about: 'A storyline without a story.' },
} as const satisfies Record<string, { severity: 'error' | 'warning'; about: string }>;

/** The name of a kind of issue, e.g. `unknown-region`. */
export type IssueCode = keyof typeof issueCodes;
