import type { Settings } from '../core/settings.ts';

/** The kinds of values, each with a check of its own. */
export type ValueKind = 'text' | 'path' | 'absolute path' | 'port' | 'count' | 'shard';

/** A value on the command line. */
export interface ValueSpec {
  /** Its name in the help: `FILE`. */
  readonly name: string;
  /** Its kind, or all the values that it may have. */
  readonly kind: ValueKind | readonly string[];
}

/** An option of a command: a switch, or a name with a value. */
export interface OptionSpec {
  /** One sentence for the help. */
  readonly about: string;
  /** A switch has none. */
  readonly value?: ValueSpec;
  /** It may be given more than once. */
  readonly isList?: true;
}

/** An argument of a command: a value without a name. */
export interface ArgumentSpec extends OptionSpec {
  readonly value: ValueSpec;
  readonly isOptional?: true;
}

/** The parts of the help. */
export type CommandGroup = 'Write' | 'Publish' | 'Maintain';

/** A command with everything that the command line and its help know of it. */
export interface CommandSpec {
  readonly group: CommandGroup;
  /** One sentence. */
  readonly summary: string;
  /** More sentences for the command's own help. */
  readonly details?: string;
  readonly argument?: ArgumentSpec;
  readonly options?: Readonly<Record<string, OptionSpec>>;
  /** What comes after the command's name in an example. */
  readonly example: string;
  /** Its site is a preview. */
  readonly isPreview?: true;
  /** It reports wrong settings itself. */
  readonly reportsSettings?: true;
  /** It changes what is published: a failure says that nothing was. */
  readonly isBuild?: true;
  /** Loads the command: nothing else of the program is loaded until then. */
  load(): Promise<(call: Call, settings: Settings, all: Commands) => Promise<void>>;
}

/** Commands by their names, in the order of the help. */
export type Commands = Readonly<Record<string, CommandSpec>>;

/** What a command was called with. Every value has passed its check. */
export interface Call {
  readonly args: readonly string[];
  /** The values of each option that was given; a switch has none. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Returns the port that a command was told to use. */
export function toPort(options: Call['options']): number | undefined {
  const [port] = options.get('port') ?? [];
  return port === undefined ? undefined : Number(port);
}
