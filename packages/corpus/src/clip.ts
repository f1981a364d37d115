/** What training needs to know of a recording. A data set may add fields of its own. */
export interface Labels {
  /** What is to be recognised, such as the emotion. */
  label: string;
  /** Whose voice it is; '' where it is not known. */
  speaker: string;
  /** The part of the data set that the recording is in, such as speech or song. Default: none. */
  condition?: string;
}

/** One recording. Its bytes are read each time that `bytes()` is called. */
export interface Clip<Info = Labels> {
  /** Unique within the data set, and the same on every machine. */
  id: string;
  /** Where it was found, for messages. */
  file: string;
  info: Info;
  /** @throws {CorpusError} `unreadable-file` when the source cannot give them. */
  bytes(): Promise<Uint8Array>;
}

/**
 * Reads what the path of a file says about its clip. It is the one thing that a data set adds.
 *
 * Where the result has a string `id`, it becomes the clip's. Otherwise the id is `path` without
 * its extension.
 *
 * @param path Below the source's root, with forward slashes: `Actor_01/happy.wav`.
 * @returns Undefined for a file that is not wanted. The sources leave it out, and it is no problem.
 * @throws {CorpusError} for a file that is not the data set's; the sources make it a problem.
 */
export type Describe<Info> = (path: string) => Info | undefined;
