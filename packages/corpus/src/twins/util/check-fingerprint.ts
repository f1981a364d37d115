import { CorpusError } from '../../corpus-error.ts';
import { COEFFICIENTS, type Fingerprint } from '../fingerprint.ts';

/** The middle of the energy and three peaks. */
const MOST_ANCHORS = 4;

/** Refuses what is no fingerprint, such as one that came out of JSON as plain arrays. */
export function checkFingerprint(caller: string, name: string, value: Fingerprint): void {
  const { anchors, codes }: Partial<Fingerprint> = Object(value);
  const wrong = (expected: string, got: string): CorpusError =>
    new CorpusError('bad-argument', `${caller}: \`${name}\` must ${expected}, got ${got}`);
  if (!(anchors instanceof Float32Array && codes instanceof Int8Array)) {
    const kinds = [anchors, codes].map((each) => Object.prototype.toString.call(each));
    throw wrong('hold anchors, a Float32Array, and codes, an Int8Array', kinds.join(' and '));
  }
  const count = anchors.length;
  if (count < 1 || count > MOST_ANCHORS || codes.length !== count * COEFFICIENTS) {
    const expected = `hold 1 to ${MOST_ANCHORS} anchors and ${COEFFICIENTS} codes for each`;
    throw wrong(expected, `${count} and ${codes.length}`);
  }
}
