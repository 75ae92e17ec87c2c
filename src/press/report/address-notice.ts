/** Host names that nobody can own (https://www.rfc-editor.org/rfc/rfc2606). */
const madeUpHost = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/u;

/** Returns a notice for a site without its own address. Empty for every other. */
export function formatAddressNotice(siteUrl: string): string {
  if (!madeUpHost.test(new URL(siteUrl).hostname)) return '';
  return (
    `This site is not ready to be published: its feeds, sitemaps and links use ${siteUrl}, which is not a real address.\n` +
    'Write its own address in site.yaml: `address: https://your-site.org/`.\n'
  );
}
