import { CorpusError } from '@ser/corpus';

/** What went wrong, for programs; the message says it to people. */
export type RavdessErrorCode =
  /** An argument is not what the function takes, whatever the data. */
  | 'bad-argument'
  /** The name does not follow `MM-CC-EE-II-SS-RR-AA.wav`. */
  | 'bad-filename'
  /** A `RavdessInfo` has a field outside RAVDESS' vocabulary. */
  | 'bad-info'
  /** The last try to download failed as well; the message says how. */
  | 'download-failed'
  /** A full disk, or no right to write there. */
  | 'unwritable-path';

/**
 * What this package itself throws: about names, arguments and the download. Its sources throw the
 * `CorpusError` of `@ser/corpus`, which this one extends: `CorpusError.isInstance` is true of both.
 */
export class RavdessError extends CorpusError<RavdessErrorCode> {
  override readonly name: string = 'RavdessError';

  /** Like `instanceof`, and true across two copies of this package. */
  static override isInstance(error: unknown): error is RavdessError {
    return CorpusError.isInstance(error) && error.name === 'RavdessError';
  }
}
