/** What went wrong, for programs; the message says it to people. */
export type RavdessErrorCode =
  /** An argument is not what the function takes, whatever the data. */
  | 'bad-argument'
  /** The name does not follow `MM-CC-EE-II-SS-RR-AA.wav`. */
  | 'bad-filename'
  /** A `RavdessInfo` has a field outside RAVDESS' vocabulary. */
  | 'bad-info'
  /** The bytes do not begin as a WAV file does. */
  | 'not-wav'
  /** The file ends before what its header promises. */
  | 'truncated-wav'
  /** The header contradicts itself, or lacks a chunk that every WAV has. */
  | 'malformed-wav'
  /** A sound WAV, in an encoding that is not read here. */
  | 'unsupported-wav'
  /** A sound WAV without a single frame. */
  | 'empty-wav'
  /** The samples hold NaN or infinity. */
  | 'non-finite-samples'
  | 'no-such-path'
  | 'not-a-directory'
  /** A source holds no clip. */
  | 'no-clips'
  /** A second file has the name of a clip that was found already, and other bytes. */
  | 'duplicate-clip'
  /** The operating system refuses to open it, or it is no regular file. */
  | 'unreadable-file'
  | 'unreadable-folder'
  /** No zip, a zip that is cut, or one whose directory contradicts its entries. */
  | 'bad-zip'
  /** A zip with a name that points outside it. */
  | 'unsafe-zip'
  | 'encrypted-zip'
  /** The last try to download failed as well; the message says how. */
  | 'download-failed'
  /** A full disk, or no right to write there. */
  | 'unwritable-path';

/** The only error that this package throws on bad data or bad arguments. */
export class RavdessError extends Error {
  override readonly name: string = 'RavdessError';
  readonly code: RavdessErrorCode;
  /** The file concerned, as it was named to us. */
  readonly file?: string;

  constructor(
    code: RavdessErrorCode,
    message: string,
    { file, cause }: { file?: string; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.file = file;
  }

  /** Like `instanceof`, and true across two copies of this package. */
  static isInstance(error: unknown): error is RavdessError {
    return error instanceof Error && error.name === 'RavdessError' && 'code' in error;
  }
}
