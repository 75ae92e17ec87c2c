/**
 * The table of every issue code: how much it weighs and what it stands for.
 * The README's list of codes and the tests that every code is exercised read it.
 */
export const issueCodes = {
  // Files
  'unexpected-file': { severity: 'error', about: 'A file in `content/` that nothing would read.' },
  'misplaced-file': { severity: 'error', about: 'An article outside `articles/YYYY/MM/`.' },
  'invalid-slug': { severity: 'error', about: 'A file name that cannot be an address.' },
  'duplicate-address': { severity: 'error', about: 'Two things that would be published at one address.' },
  'alias-loop': { severity: 'error', about: 'An alias that would lead back to where it starts.' },
  'file-too-large': { severity: 'error', about: 'A text or file above the size limit.' },
  'unlinked-file': { severity: 'warning', about: 'A file beside a story to which no story links.' },
  'unreadable-file': { severity: 'error', about: 'A file that the disk or its permissions do not give.' },
  'invalid-utf8': { severity: 'error', about: 'Bytes that are not UTF-8.' },
  'missing-file': { severity: 'error', about: 'A file that the newsroom must have.' },
  // YAML and front matter
  'missing-front-matter': { severity: 'error', about: 'A Markdown file without a `---` block on top.' },
  'invalid-yaml': { severity: 'error', about: 'YAML that cannot be read.' },
  'altered-text': { severity: 'error', about: 'A text of which YAML would drop or change a part.' },
  'unknown-key': { severity: 'error', about: 'A key that the contract does not have.' },
  'missing-summary': { severity: 'warning', about: 'A story without a summary: how its text begins stands in for it.' },
  'missing-key': { severity: 'error', about: 'A key that must be there.' },
  'wrong-type': { severity: 'error', about: 'A text where a list belongs, and the like.' },
  'too-long': { severity: 'error', about: 'A text or list above its limit.' },
  'too-short': { severity: 'error', about: 'A text or list below its limit.' },
  'invalid-value': { severity: 'error', about: 'A value that is not one of the choices or not of the form.' },
  'invalid-time': { severity: 'error', about: 'A date or time that does not exist or is not ISO 8601.' },
  'missing-offset': { severity: 'error', about: 'A time of day without its offset from UTC.' },
  'forbidden-character': { severity: 'error', about: 'Control or direction characters in a plain text.' },
  // References and rules
  'unknown-topic': { severity: 'error', about: 'A topic that topics.yaml does not have.' },
  'unknown-region': { severity: 'error', about: 'A place that is no ISO 3166 code, M49 code or group.' },
  'unknown-place': { severity: 'error', about: 'A dateline in a city that its country does not have.' },
  'ambiguous-place': { severity: 'error', about: 'A dateline in a city whose name several cities have.' },
  'unknown-author': { severity: 'error', about: 'An author that authors.yaml does not have.' },
  'unknown-storyline': { severity: 'error', about: 'A storyline without a file in storylines/.' },
  'unknown-article': { severity: 'error', about: 'An address in front.yaml or a milestone that no article has.' },
  'duplicate-value': { severity: 'error', about: 'The same entry twice in one list.' },
  'near-duplicate-tag': { severity: 'warning', about: 'Two tags that differ only in form.' },
  'reserved-name': { severity: 'error', about: 'A name that the site needs for itself, such as a page number.' },
  'folder-date-mismatch': { severity: 'error', about: 'A folder whose year and month are not those of `published`.' },
  'updated-before-published': { severity: 'error', about: '`updated` earlier than `published`.' },
  'correction-before-published': { severity: 'error', about: 'A correction dated before the story.' },
  'expires-before-published': { severity: 'error', about: '`expires` not later than `published`.' },
  'missing-credit': { severity: 'error', about: 'A picture of a story that does not say who made it.' },
  // Bodies
  'empty-body': { severity: 'error', about: 'A story without a text.' },
  'unwritten-text': { severity: 'error', about: 'What `desk new` put into a draft, in a story that is no draft.' },
  'heading-level': { severity: 'error', about: 'A `#` heading in the body: the title is the only one.' },
  'heading-order': { severity: 'warning', about: 'A heading that skips a level.' },
  'raw-html': { severity: 'error', about: 'HTML in Markdown: it is not rendered.' },
  'unsafe-link': { severity: 'error', about: 'A link other than http(s), mailto, tel, a site path or a heading.' },
  'unsafe-image': { severity: 'error', about: 'An image that is not a local picture file.' },
  'missing-image': { severity: 'error', about: 'An image file that is not there.' },
  'picture-too-large': { severity: 'error', about: 'A picture with more bytes or pixels than the limit.' },
  'broken-picture': { severity: 'error', about: 'A file that is no picture of a known format, or not all of one.' },
  'missing-alt': { severity: 'error', about: 'An image without a description.' },
  'undefined-reference': { severity: 'error', about: 'A footnote or reference link without its definition.' },
  'too-many-cells': { severity: 'error', about: 'A table above the limit of cells.' },
  'too-many-footnotes': { severity: 'error', about: 'More footnotes or notes to them than the limit.' },
  'nested-too-deep': { severity: 'error', about: 'Lists or quotations nested beyond the limit.' },
  'too-many-brackets': {
    severity: 'error',
    about: 'A run of brackets or marks that only an attack or an accident has.',
  },
  'render-failed': { severity: 'error', about: 'A body that the Markdown chain could not render.' },
  // Settings
  'missing-dictionary': { severity: 'error', about: 'A site language that the interface has no words in.' },
  // The whole site
  'dead-link': { severity: 'error', about: 'A link to a page or file that this site does not have.' },
  'dropped-address': { severity: 'error', about: 'A published address at which nothing would answer any more.' },
  'dead-anchor': { severity: 'error', about: 'A link to a heading that its page does not have.' },
  'link-to-hidden': { severity: 'warning', about: 'A link to a story that readers do not see now.' },
  'updated-in-future': { severity: 'warning', about: '`updated` later than now, in a story that readers see.' },
  'dateline-form': { severity: 'warning', about: 'A dateline with capitals, an agency or a day in it.' },
  'unused-author': { severity: 'warning', about: 'An author who has signed no story.' },
  'unused-storyline': { severity: 'warning', about: 'A storyline without a chapter.' },
} as const satisfies Record<string, { severity: 'error' | 'warning'; about: string }>;

/** The name of a kind of issue, e.g. `unknown-region`. */
export type IssueCode = keyof typeof issueCodes;
