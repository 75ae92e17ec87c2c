/** Names that nobody can have (https://www.rfc-editor.org/rfc/rfc2606). */
const madeUpHost = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/u;

/** Says of a site without an address of its own that it has none; empty for every other. */
export function formatAddressNotice(siteUrl: string): string {
  if (!madeUpHost.test(new URL(siteUrl).hostname)) return '';
  return (
    `This site is not ready to be published: its feeds, sitemaps and links use ${siteUrl}, which is not a real address.\n` +
    'Write its own address in site.yaml: `address: https://your-site.org/`.\n'
  );
}
