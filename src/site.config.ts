import process from 'node:process';
import { readSettings } from './settings/settings.ts';

// Set by `gazetteer preview` alone.
const isPreview = process.env['GAZETTEER_PREVIEW'] === 'on';

/** The settings of the site and of this machine, with what is wrong with them. */
export const { site, machine, issues: settingsIssues } = await readSettings(process.env, isPreview);
