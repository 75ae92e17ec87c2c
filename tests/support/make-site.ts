import { readSettings } from '../../src/settings/settings.ts';

/** The site of a newsroom with neither a `site.yaml` nor variables: all settings are defaults. */
export const { site } = await readSettings({ CONTENT_DIR: 'tests/fixtures/empty' });
