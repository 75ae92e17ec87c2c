import type { Page } from 'playwright-core';

/** The search field. */
export const field = (page: Page) => page.getByRole('searchbox', { name: 'Search the archive' });

/** The headlines of the results. */
export const titles = (page: Page) => page.locator('[data-results] h2').allTextContents();

/** The line that says how many results there are. */
export const status = (page: Page) => page.locator('[data-status]');

/** A choice of a filter. Its accessible name ends with the number of stories. */
export const box = (page: Page, name: string) =>
  page.getByRole('checkbox', { name: new RegExp(`^${name} \\d+$`, 'u') });

/** The links to places and topics, in their list. */
export const links = (page: Page) => page.getByRole('list', { name: 'Places and topics' }).getByRole('link');

/** Returns ids of chosen values and other parts of the address, in their order. */
export const query = (page: Page) => new URL(page.url()).search;

/** Waits until the status contains a text. */
export async function waitForStatus(page: Page, text: string): Promise<void> {
  await status(page).filter({ hasText: text }).waitFor();
}
