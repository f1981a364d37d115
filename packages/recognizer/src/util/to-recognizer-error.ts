import { CorpusError } from '@ser/corpus';
import { FeatureError } from '@ser/features';
import { ModelError } from '@ser/model/linear';
import { RecognizerError, type RecognizerErrorCode } from '../recognizer-error.ts';

/** The codes of errors of the packages that this one stands on, where there is such a one. */
const SAME_CODES: readonly string[] = [
  'bad-argument',
  'bad-audio',
  'too-short',
] satisfies RecognizerErrorCode[];

/**
 * An error of the packages that this one stands on as one of this package, with that as its cause.
 * Other errors are left as they are.
 *
 * @param code Of an error whose own code is none of this package's.
 * @param remedy What to do about it. Default: nothing is said.
 */
export function toRecognizerError(
  caller: string,
  cause: unknown,
  code: RecognizerErrorCode,
  remedy = '',
): unknown {
  const isOurs =
    CorpusError.isInstance(cause) || FeatureError.isInstance(cause) || ModelError.isInstance(cause);
  if (!isOurs) return cause;
  const known = SAME_CODES.find((each) => each === cause.code) as RecognizerErrorCode | undefined;
  const text = `${caller}: ${cause.message}${remedy && `; ${remedy}`}`;
  return new RecognizerError(known ?? code, text, { cause });
}
