/** What went wrong, for programs; the message says it to people. */
export type CorpusErrorCode =
  /** An argument is not what the function takes, whatever the data. */
  | 'bad-argument'
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
  /** A second file has the id of a clip that was found already, and other bytes. */
  | 'duplicate-clip'
  /** The operating system refuses to open it, or it is no regular file. */
  | 'unreadable-file'
  | 'unreadable-folder'
  /** No zip, a zip that is cut, or one whose directory contradicts its entries. */
  | 'bad-zip'
  /** A zip with a name that points outside it. */
  | 'unsafe-zip'
  | 'encrypted-zip'
  /** A table of labels that cannot be read; `line` says where. */
  | 'bad-csv'
  /** Nothing says which label a file has, or two things say different ones. */
  | 'no-label';

/** A code of this package, or one that a data set's `describe` made up. */
type AnyCode = CorpusErrorCode | (string & Record<never, never>);

/** The same symbol in every copy of this package. */
const MARKER = Symbol.for('@ser/corpus/CorpusError');

/**
 * The only error that this package throws on bad data or bad arguments. A data set's `describe`
 * throws it, or a class that extends it, for a file that is not the data set's.
 */
export class CorpusError<Code extends string = AnyCode> extends Error {
  static {
    // Of the prototype and not of each error, so that it is not printed with the error.
    Object.defineProperty(CorpusError.prototype, MARKER, { value: true });
  }

  override readonly name: string = 'CorpusError';
  readonly code: Code;
  /** The file concerned, as it was named to us. */
  readonly file?: string;
  /** The line of a table of labels, from 1. */
  readonly line?: number;

  constructor(
    code: Code,
    message: string,
    { file, line, cause }: { file?: string; line?: number; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.file = file;
    this.line = line;
  }

  /**
   * Like `instanceof`, and true across two copies of this package. True of classes that extend
   * this one as well, such as `RavdessError`.
   */
  static isInstance(error: unknown): error is CorpusError {
    return error instanceof Error && MARKER in error;
  }
}
