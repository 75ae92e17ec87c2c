import { hostNames } from '../hosts/host-names.ts';
import type { Commands, CommandSpec, OptionSpec } from './command.ts';

const port: OptionSpec = {
  about: 'Listen on this port; the default is the setting PORT, or 4321.',
  value: { name: 'NUMBER', kind: 'port' },
};

/** Every command of `gazetteer`. */
export const commands = {
  dev: {
    group: 'Write',
    summary: 'Show the site while you write.',
    details:
      'Saved changes show at once. Drafts and embargoed stories are included and marked. Problems appear on the page ' +
      'and here. The search uses the last build.',
    options: {
      port,
      host: {
        about: 'Listen on this address; by default only this machine can connect.',
        value: { name: 'ADDRESS', kind: 'text' },
      },
      open: { about: 'Open the site in a browser.' },
    },
    example: '--port 3000',
    load: async () => (await import('./dev.ts')).runDev,
  },
  new: {
    group: 'Write',
    summary: 'Start a story as a draft.',
    details: 'On a terminal it asks for everything that the options leave out. It never overwrites a file.',
    options: {
      title: { about: 'The headline.', value: { name: 'TEXT', kind: 'text' } },
      slug: { about: 'The last part of the address.', value: { name: 'WORDS', kind: 'text' } },
      summary: { about: 'The standfirst, 40 to 300 characters.', value: { name: 'TEXT', kind: 'text' } },
      topic: { about: 'A topic from topics.yaml.', value: { name: 'ID', kind: 'text' } },
      regions: {
        about: 'The places it is about, separated by commas, the main one first: RO,142.',
        value: { name: 'CODES', kind: 'text' },
        isList: true,
      },
      published: { about: 'Date and time of publication.', value: { name: 'TIME', kind: 'text' } },
      authors: {
        about: 'Authors from authors.yaml, separated by commas.',
        value: { name: 'IDS', kind: 'text' },
        isList: true,
      },
      tags: { about: 'Tags, separated by commas.', value: { name: 'TAGS', kind: 'text' }, isList: true },
      storylines: {
        about: 'The storylines it continues, separated by commas.',
        value: { name: 'IDS', kind: 'text' },
        isList: true,
      },
      lang: { about: 'The language, if it is not the site’s.', value: { name: 'TAG', kind: 'text' } },
    },
    example: '--title "River floods old town" --regions RO,US',
    load: async () => (await import('./new.ts')).runNew,
  },
  check: {
    group: 'Write',
    summary: 'Check the content and report every problem.',
    details: 'The whole newsroom is read. The exit code is 1 when there is an error.',
    argument: {
      about: 'Report only on this file or folder.',
      value: { name: 'PATH', kind: 'path' },
      isOptional: true,
      isList: true,
    },
    options: {
      format: {
        about: 'Write the report as text, as JSON or as annotations of a GitHub workflow.',
        value: { name: 'FORMAT', kind: ['text', 'json', 'github'] },
      },
      json: { about: 'The same as --format json.' },
      'deny-warnings': { about: 'Count warnings as errors.' },
      watch: { about: 'Check again after every save, until you stop it.' },
    },
    example: 'content/articles/2024/11 --deny-warnings',
    reportsSettings: true,
    load: async () => (await import('./check.ts')).runCheck,
  },
  preview: {
    group: 'Write',
    summary: 'Build and serve everything, including drafts and embargoed stories.',
    details: 'Unpublished stories are marked. The preview is kept in the cache and served on this machine only.',
    options: {
      port: { ...port, about: 'Listen on this port; the default is the setting PORT, or 4322.' },
      'no-serve': { about: 'Build only.' },
    },
    example: '',
    isPreview: true,
    isBuild: true,
    load: async () => (await import('./preview.ts')).runPreview,
  },
  build: {
    group: 'Publish',
    summary: 'Build the site.',
    details: 'The site goes into `dist/`. The old one stays there until the new one is complete.',
    options: {
      changed: {
        about: 'Write the addresses of all changed pages to a file, one per line.',
        value: { name: 'FILE', kind: 'path' },
      },
      due: {
        about: 'Write to a file when the next build is due.',
        value: { name: 'FILE', kind: 'path' },
      },
      shard: {
        about: 'Build one part of the site, to be merged later: 2/4 is the second of four.',
        value: { name: 'PART', kind: 'shard' },
      },
      watch: { about: 'Build again after every save and when a story is due, until you stop it.' },
    },
    example: '--due due.txt',
    isBuild: true,
    load: async () => (await import('./build.ts')).runBuild,
  },
  serve: {
    group: 'Publish',
    summary: 'Serve the built site on this machine.',
    options: { port },
    example: '--port 8080',
    load: async () => (await import('./serve.ts')).runServe,
  },
  shards: {
    group: 'Publish',
    summary: 'Build the site in several parts at once and merge them.',
    argument: {
      about: 'The number of parts; by default one for each core.',
      value: { name: 'COUNT', kind: 'count' },
      isOptional: true,
    },
    example: '4',
    isBuild: true,
    load: async () => (await import('./shards.ts')).runShards,
  },
  merge: {
    group: 'Publish',
    summary: 'Merge the parts that `build --shard` has built.',
    details: 'They are in `dist.shards/`. All must be complete and contain the same edition.',
    example: '',
    isBuild: true,
    load: async () => (await import('./merge.ts')).runMerge,
  },
  addresses: {
    group: 'Publish',
    summary: 'List the published addresses so that builds protect them.',
    details: 'The lists are in `content/addresses/`: commit them with the stories.',
    example: '',
    load: async () => (await import('./addresses.ts')).runAddresses,
  },
  host: {
    group: 'Publish',
    summary: 'Write the files that a host needs.',
    details:
      'They fit the address in site.yaml and the old addresses of stories. It never overwrites a file, and says what is ' +
      'left to do and what the host cannot do.',
    argument: { about: 'The host.', value: { name: 'HOST', kind: hostNames } },
    options: {
      print: { about: 'Print one of the files instead of writing any.', value: { name: 'FILE', kind: 'path' } },
      root: {
        about: 'The folder that nginx or Caddy serves; by default /srv/www/<host>.',
        value: { name: 'FOLDER', kind: 'absolute path' },
      },
      shards: {
        about: 'Let GitHub build the site in this many parts, each on a machine of its own.',
        value: { name: 'COUNT', kind: 'count' },
      },
      proxied: { about: 'Let nginx or Caddy listen on port 80, behind a server that encrypts.' },
    },
    example: 'github-pages',
    load: async () => (await import('./host.ts')).runHost,
  },
  init: {
    group: 'Maintain',
    summary: 'Make a newsroom in a new folder.',
    details:
      'It writes settings, topics, pages, sample stories and what editors need, and installs the program. ' +
      'On a terminal it asks for everything that the options leave out. It never overwrites a file.',
    argument: { about: 'The folder of the newsroom.', value: { name: 'FOLDER', kind: 'path' } },
    options: {
      name: { about: 'The name of the paper.', value: { name: 'TEXT', kind: 'text' } },
      motto: { about: 'A few words below the name.', value: { name: 'TEXT', kind: 'text' } },
      language: { about: 'The language of the interface.', value: { name: 'TAG', kind: 'text' } },
      'time-zone': { about: 'Decides which day a story belongs to.', value: { name: 'ZONE', kind: 'text' } },
      address: { about: 'Where the site will be published.', value: { name: 'URL', kind: 'text' } },
      host: { about: 'Adds the files that this host needs.', value: { name: 'HOST', kind: 'text' } },
      program: {
        about: 'The version or tarball of the program; by default the one that runs.',
        value: { name: 'SOURCE', kind: 'text' },
      },
      'no-install': { about: 'Do not run npm.' },
    },
    example: 'paper --name "The Valley Post" --language en',
    reportsSettings: true,
    load: async () => (await import('./init.ts')).runInit,
  },
  doctor: {
    group: 'Maintain',
    summary: 'Examine this machine and say what would stop a build.',
    details:
      'Node, permissions, paths, drives, disk space, time zones, settings and locks. The exit code is 1 when something stops builds.',
    options: {
      online: { about: 'Ask the published site for its front page, too. Nothing else uses the network.' },
      json: { about: 'Write the findings as JSON.' },
    },
    example: '--online',
    reportsSettings: true,
    load: async () => (await import('./doctor.ts')).runDoctor,
  },
  upgrade: {
    group: 'Maintain',
    summary: 'Bring the settings to this version of the program.',
    details:
      'Keys of site.yaml that have new names are renamed; old names work until the next major version. Old names of ' +
      'props in the parts of `theme/` are listed for you to change. The exit code of --check is 1 when something has to change.',
    options: { check: { about: 'Change nothing; say what is new and what has to change.' } },
    example: '--check',
    reportsSettings: true,
    load: async () => (await import('./upgrade.ts')).runUpgrade,
  },
  reference: {
    group: 'Maintain',
    summary: 'Write the generated tables of the READMEs and the JSON Schemas.',
    example: '',
    load: async () => (await import('./reference.ts')).runReference,
  },
} as const satisfies Commands;

/** Returns a command by its name. Undefined if there is none. */
export function findCommand(name: string): CommandSpec | undefined {
  const all: Commands = commands;
  return Object.hasOwn(all, name) ? all[name] : undefined;
}
