/**
 * Where files can be read: a web address, files that someone has chosen. A file's name may hold
 * slashes, such as `fold1-seed0/model.json`. A name that is absolute or holds `..`, a backslash or
 * an empty part throws a ModelError `bad-argument`.
 */
export interface FileSource {
  /** What messages call this place, such as a path. */
  readonly name: string;
  /**
   * A file's bytes; undefined when there is no such file.
   *
   * @throws ModelError `unreadable-file` when it is there, or may be, and cannot be read
   */
  read(file: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Where files can also be written: a folder, a database, memory. */
export interface FileStore extends FileSource {
  /** Replaces the file as a whole or not at all. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  /** Removes a file. One that is not there is no error. */
  remove(file: string): Promise<void>;
}
