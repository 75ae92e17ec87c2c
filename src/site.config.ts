import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createSettings } from './core/settings.ts';

const settings = createSettings(process.env);

/** Set by `npm run preview` alone: everything is shown, and the folder is one that nobody publishes. */
const isPreview = process.env['GAZETTEER_PREVIEW'] === 'on';
const contentDir = path.resolve(process.env['CONTENT_DIR'] || 'content');
const cacheDir = path.resolve(process.env['CACHE_DIR'] || 'node_modules/.cache/gazetteer');

/** Where a site is that was not told where it is published: nobody has this address. */
export const unknownUrl = 'https://gazetteer.example/';

/** The settings of the site: what a newsroom changes first. */
export const site = {
  /** `SITE_NAME` overrides it. */
  name: settings.text('SITE_NAME', 'Gazetteer'),
  /** `SITE_MOTTO` overrides it. */
  motto: settings.text('SITE_MOTTO', 'News you can place'),
  /** The description for search engines and feed readers; `SITE_DESCRIPTION` overrides it. */
  description: settings.text(
    'SITE_DESCRIPTION',
    'An open news archive that says with every story where it happened, who says so and what was corrected.',
  ),
  /** Where the site is published, with its base path; `SITE_URL` overrides it. */
  url: settings.siteUrl('SITE_URL', unknownUrl),
  /** BCP 47 tag: the language of the interface and of stories that name none; `SITE_LANGUAGE` overrides it. */
  language: process.env['SITE_LANGUAGE'] || 'en',
  /** BCP 47 tag of the same language: how dates, numbers and lists are written; `SITE_LOCALE` overrides it. */
  locale: process.env['SITE_LOCALE'] || process.env['SITE_LANGUAGE'] || 'en-GB',
  /** IANA time zone: decides on which day and in which month a story lies; `SITE_TIME_ZONE` overrides it. */
  timeZone: settings.timeZone('SITE_TIME_ZONE', 'UTC'),
  /** Where those who find a hole in the site say so, an address of `mailto:`, `https:` or `tel:`: what `security.txt` names. Empty: there is no
   *  such file. `SITE_SECURITY_CONTACT` overrides it. */
  securityContact: settings.text('SITE_SECURITY_CONTACT', ''),
  /** Stories on one page of a listing. */
  pageSize: 30,
  /** Stories in one feed. */
  feedSize: 20,
  /** Stories in one part of the search index: bounds the memory of a build and what a reader's first
   *  search loads; `INDEX_PART_SIZE` overrides it. */
  partSize: settings.count('INDEX_PART_SIZE', 2500),
  /** Every story has a card, the picture that stands for it where it is shared; `SOCIAL_CARDS=off` overrides it. */
  hasCards: settings.isOn('SOCIAL_CARDS'),
  /** Pages that were read can be read again without a network; `SITE_OFFLINE=off` ends that, for readers who have it too. Never in a preview. */
  hasOffline: settings.isOn('SITE_OFFLINE') && !isPreview,
  /** Every text of the site has a packed copy beside it (`.br`, `.gz`), for servers of one's own; `SITE_PACKED=on` overrides it. */
  hasPackedFiles: settings.isOn('SITE_PACKED', 'off') && !isPreview,
  /** The folder of the newsroom's texts; `CONTENT_DIR` overrides it. */
  contentDir,
  /** Where builds keep what they remember, drafts included; `CACHE_DIR` overrides it. */
  cacheDir,
  /** The folder the site is built into; `OUT_DIR` overrides it, but never for a preview. */
  outDir: isPreview ? toPreviewDir(contentDir) : path.resolve(process.env['OUT_DIR'] || 'dist'),
  /** Drafts, embargoed and expired stories are shown, each with a mark, to those who made them. */
  isPreview,
} as const;

/** How this machine builds and serves; nothing of it is in the site. */
export const machine = {
  /** Threads beside the build's own: one for each core; `BUILD_THREADS` overrides it, where several builds share a machine. */
  threads: settings.count('BUILD_THREADS', availableParallelism()),
  /** Where the built site is served; 0 takes any port that is free. `PORT` overrides it. */
  port: settings.count('PORT', isPreview ? 4322 : 4321, 0, 65_535),
} as const;

// The clock reads it (content/clock.ts).
settings.count('SOURCE_DATE_EPOCH', 0, 0, 253_402_300_799);

/** What is wrong with settings of the environment. */
export const settingsIssues = settings.issues;

/** Returns the folder of a newsroom's preview: one of the cache, far from what is published. */
function toPreviewDir(folder: string): string {
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return path.join(cacheDir, 'preview', key);
}
