import type { Settings } from '../core/settings.ts';

/** The kinds of values, each with its own check. */
export type ValueKind = 'text' | 'path' | 'absolute path' | 'port' | 'count' | 'shard';

/** A value on the command line. */
export interface ValueSpec {
  /** Its name in the help: `FILE`. */
  readonly name: string;
  /** Its kind, or the list of its allowed values. */
  readonly kind: ValueKind | readonly string[];
}

/** An option of a command: a switch, or a name with a value. */
export interface OptionSpec {
  /** One sentence for the help. */
  readonly about: string;
  /** The value of the option. A switch has none. */
  readonly value?: ValueSpec;
  /** Set if it may be given more than once. */
  readonly isList?: true;
}

/** An argument of a command: a value without a name. */
export interface ArgumentSpec extends OptionSpec {
  readonly value: ValueSpec;
  readonly isOptional?: true;
}

/** The parts of the help. */
export type CommandGroup = 'Write' | 'Publish' | 'Maintain';

/** A command, with everything that the command line and its help need. */
export interface CommandSpec {
  readonly group: CommandGroup;
  /** One sentence. */
  readonly summary: string;
  /** More sentences for the command's own help. */
  readonly details?: string;
  readonly argument?: ArgumentSpec;
  readonly options?: Readonly<Record<string, OptionSpec>>;
  /** The arguments after the command's name in an example. */
  readonly example: string;
  /** Set if its site is a preview. */
  readonly isPreview?: true;
  /** Set if it reports wrong settings itself. */
  readonly reportsSettings?: true;
  /** Set if it changes what is published, so that a failure says that nothing was. */
  readonly isBuild?: true;
  /** Loads the command. Nothing else of the program is loaded before. */
  load(): Promise<(call: Call, settings: Settings, all: Commands) => Promise<void>>;
}

/** Commands by their names, in the order of the help. */
export type Commands = Readonly<Record<string, CommandSpec>>;

/** The options and arguments of a command. Every value has passed its check. */
export interface Call {
  readonly args: readonly string[];
  /** The values of each given option. A switch has none. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Returns the port given on the command line, if any. */
export function toPort(options: Call['options']): number | undefined {
  const [port] = options.get('port') ?? [];
  return port === undefined ? undefined : Number(port);
}
