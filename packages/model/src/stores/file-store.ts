import type { OptionNames } from '@ser/internal';

/** The options of a store's `read`. */
export interface ReadOptions {
  /** The most bytes that the file may have. Default: any number. */
  maxBytes?: number;
}

export const READ_OPTIONS: OptionNames<ReadOptions> = { maxBytes: true };

/**
 * A place that files can be read from, such as a web address or chosen files. A file's name may
 * hold slashes, such as `fold1-seed0/model.json`. A name that is absolute or holds `..`, a
 * backslash or an empty part throws a ModelError `bad-argument`.
 */
export interface FileSource {
  /** The name of this place in messages, such as a path. */
  readonly name: string;
  /**
   * A file's bytes; undefined when there is no such file.
   *
   * @throws {ModelError} `unreadable-file` for a file that may be there and cannot be read;
   *   `too-large` for one of more than `maxBytes`, which the stores of this package do not load.
   *   A store of your own may leave `options` out: what it gives is measured again.
   */
  read(file: string, options?: ReadOptions): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** A place that files can be written to as well, such as a folder, a database or memory. */
export interface FileStore extends FileSource {
  /** Replaces the file as a whole or not at all. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  /** Removes a file. One that is not there is no error. */
  remove(file: string): Promise<void>;
}
