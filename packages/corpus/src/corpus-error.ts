/** What went wrong, for programs; the message says it to people. */
export type CorpusErrorCode =
  /** An argument is of another type or outside its range. */
  | 'bad-argument'
  /** The bytes do not begin as those of a WAV file. */
  | 'not-wav'
  /** The file ends before the last byte that its header counts. */
  | 'truncated-wav'
  /** The header makes no sense, lacks a chunk that every WAV has, or has two of one. */
  | 'malformed-wav'
  /** A valid WAV, in an encoding that this package does not read. */
  | 'unsupported-wav'
  /** A valid WAV without a single frame. */
  | 'empty-wav'
  /** The samples hold NaN or infinity. */
  | 'bad-audio'
  /** The sound is compressed, and the package that decodes it is not installed. */
  | 'missing-decoder'
  /** Compressed sound that is damaged, cut, empty or too long, or a file of another format. */
  | 'unreadable-audio'
  /** There is no file or folder at the path. */
  | 'no-such-path'
  /** The path leads to a file where a folder is needed. */
  | 'not-a-directory'
  /** A source holds no clip. */
  | 'no-clips'
  /** Two files with the same id have different bytes. */
  | 'duplicate-clip'
  /** The operating system or the browser refuses to open it, or it is no regular file. */
  | 'unreadable-file'
  /** The operating system or the browser refuses to list it. */
  | 'unreadable-directory'
  /** The file is no zip, is cut, or has a directory that contradicts its entries. */
  | 'bad-zip'
  /** A zip with an entry whose name points outside of it. */
  | 'unsafe-zip'
  /** A zip with an entry that needs a password. */
  | 'encrypted-zip'
  /** A table of labels that cannot be read; `line` says where. */
  | 'bad-csv'
  /** A description of how files are named that cannot be used. */
  | 'bad-scheme'
  /** A file has no label, or several that contradict each other. */
  | 'no-label';

/** What a `CorpusError` may carry beside its message. */
export interface CorpusErrorOptions extends ErrorOptions {
  /** The file concerned, as the caller named it. Default: none. */
  file?: string;
  /** The line of a table of labels, from 1. Default: none. */
  line?: number;
}

/** A code of this package, or of a data set's `describe`. */
type AnyCode = CorpusErrorCode | (string & Record<never, never>);

/** The same symbol in every copy of this package. */
const MARKER = Symbol.for('@ser/corpus/CorpusError');

/**
 * The only error that this package throws on bad data or bad arguments. A data set's `describe`
 * throws it, or a class that extends it, for a file that is not the data set's.
 */
export class CorpusError<Code extends string = AnyCode> extends Error {
  static {
    // On the prototype, because an error's own properties are printed with it.
    Object.defineProperty(CorpusError.prototype, MARKER, { value: true });
  }

  override readonly name: string = 'CorpusError';
  readonly code: Code;
  /** The file concerned, as the caller named it. */
  readonly file?: string;
  /** The line of a table of labels, from 1. */
  readonly line?: number;

  constructor(code: Code, message: string, { file, line, cause }: CorpusErrorOptions = {}) {
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
