/** Where the files of a saved model can be read: a web address, files that someone has chosen. */
export interface ArtifactSource {
  /** What messages call this place, such as a path. */
  readonly name: string;
  /** @throws ModelError `artifact-missing` when there is no such file or it cannot be read */
  read(file: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Where the files of a model can also be written: a folder, a database. */
export interface ArtifactStore extends ArtifactSource {
  /** Replaces the file as a whole or not at all. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  /** Removes a file if it is there. Without it, what is out of use stays. */
  remove?(file: string): Promise<void>;
}
