/** The hosts that a newsroom can choose from. */
export const hostNames = ['github-pages', 'netlify', 'cloudflare', 'gitlab', 's3', 'nginx', 'caddy', 'docker'] as const;

/** The name of a host. */
export type HostName = (typeof hostNames)[number];
