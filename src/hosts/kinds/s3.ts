import { fileRules, getSiteHeaders, otherHeaders, secureHeaders, type Headers } from '../file-rules.ts';
import { getBase, type PublishedSite } from '../published-site.ts';
import { githubClock, renderWorkflows } from './ci-files.ts';
import { pagesRedirect, type PlanHost } from './host-plan.ts';

/**
 * Plans a site in a bucket of S3 behind CloudFront. Caches and types of files are set when they are uploaded, other
 * headers by a policy of CloudFront.
 */
export const planS3: PlanHost = (site, { shards }) => {
  const bucket = new URL(site.url).hostname;
  return {
    files: [
      { path: 'publish-s3.sh', text: renderUpload(site, bucket) },
      { path: 's3-website.json', text: toJson(toWebsite(site)) },
      { path: 'cloudfront-headers.json', text: toJson(toHeadersPolicy(site)) },
      ...renderWorkflows('deploy-s3.yml', shards),
    ],
    steps: [
      `Create a bucket \`${bucket}\` that everyone may read, and: \`aws s3api put-bucket-website --bucket ${bucket} --website-configuration file://s3-website.json\`.`,
      '`aws cloudfront create-response-headers-policy --response-headers-policy-config file://cloudfront-headers.json`',
      'Create a CloudFront distribution before the address of the bucket’s website, with that policy, a certificate, and “Compress objects automatically”.',
      'On GitHub: Settings, Secrets and variables, Actions: `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` as secrets, `AWS_REGION` as a variable. Anywhere else: `npx gazetteer build && sh publish-s3.sh`.',
    ],
    limits: [
      'A bucket alone neither encrypts nor compresses and sends no policy: CloudFront does.',
      `${pagesRedirect} A bucket knows at most 50 rules.`,
      'Files are uploaded one after the other, so for a moment readers can see pages of two editions.',
      githubClock,
    ],
  };
};

/** Files by what they are uploaded with: one call of `aws s3 sync` for each. Pages come after the files they load. */
function renderUpload(site: PublishedSite, bucket: string): string {
  const rules = fileRules.map(({ about, patterns, headers }) => ({
    about,
    headers: { ...otherHeaders, ...headers },
    filters: ["--exclude '*'", ...patterns.map((pattern) => `--include '${toFilter(pattern)}'`)],
  }));
  const others = {
    about: 'Everything else.',
    headers: otherHeaders,
    filters: fileRules.flatMap(({ patterns }) => patterns.map((pattern) => `--exclude '${toFilter(pattern)}'`)),
  };
  const calls = [...rules, others].map(({ about, headers, filters }) =>
    [`# ${about}`, ['sync', ...filters, ...toOptions(headers)].join(' \\\n  ')].join('\n'),
  );
  return `#!/bin/sh
# Uploads dist/ to S3, each file with its own headers.
set -eu
sync() { aws s3 sync dist "s3://\${BUCKET:-${bucket}}${getBase(site).replace(/\/$/u, '')}" --no-progress --exclude '.gazetteer-*' "$@"; }

${calls.join('\n\n')}

# Files that the edition has no longer are deleted.
sync --delete --size-only
`;
}

/** Returns a pattern of the AWS CLI, in which \`*\` includes slashes. Source: https://docs.aws.amazon.com/cli/latest/reference/s3/#use-of-exclude-and-include-filters */
function toFilter(pattern: string): string {
  return pattern.slice(1).replace(/:[a-z]+/gu, '*');
}

function toOptions(headers: Headers): readonly string[] {
  const names: Readonly<Record<string, string>> = { 'Cache-Control': 'cache-control', 'Content-Type': 'content-type' };
  return Object.entries(headers).flatMap(([name, value]) =>
    names[name] === undefined ? [] : [`--${names[name]} '${value}'`],
  );
}

/** Source: https://docs.aws.amazon.com/cli/latest/reference/s3api/put-bucket-website.html */
function toWebsite(site: PublishedSite) {
  return { IndexDocument: { Suffix: 'index.html' }, ErrorDocument: { Key: `${getBase(site).slice(1)}404.html` } };
}

/** Source: https://docs.aws.amazon.com/cli/latest/reference/cloudfront/create-response-headers-policy.html */
function toHeadersPolicy(site: PublishedSite) {
  const {
    'Content-Security-Policy': policy,
    'Referrer-Policy': referrer,
    'X-Content-Type-Options': _,
    ...others
  } = getSiteHeaders(site.face);
  const seconds = Number(/\d+/u.exec(secureHeaders['Strict-Transport-Security'] ?? '')?.[0]);
  const items = Object.entries(others).map(([Header, Value]) => ({ Header, Value, Override: true }));
  return {
    Name: 'gazetteer',
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: policy, Override: true },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: referrer, Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: seconds, Override: true },
    },
    CustomHeadersConfig: { Quantity: items.length, Items: items },
  };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
