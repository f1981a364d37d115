import { CorpusError } from '@ser/corpus';

/** What went wrong, for programs; the message says it to people. */
export type RavdessErrorCode =
  /** An argument is of another type or outside its range. */
  | 'bad-argument'
  /** The name does not follow `MM-CC-EE-II-SS-RR-AA.wav`. */
  | 'bad-filename'
  /** A `RavdessInfo` has a field outside RAVDESS' vocabulary. */
  | 'bad-info'
  /** The last try to download failed; the message says how. */
  | 'failed-download'
  /** A full disk, or no right to write there. */
  | 'unwritable-path';

/**
 * The error that this package throws about names, arguments and the download. Its sources throw the
 * `CorpusError` of `@ser/corpus`. This class extends it, so `CorpusError.isInstance` is true of
 * both.
 */
export class RavdessError extends CorpusError<RavdessErrorCode> {
  override readonly name: string = 'RavdessError';

  /** Like `instanceof`, and true across two copies of this package. */
  static override isInstance(error: unknown): error is RavdessError {
    return CorpusError.isInstance(error) && error.name === 'RavdessError';
  }
}
