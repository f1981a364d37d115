import { checkAudio } from '../util/check-audio.ts';
import type { Audio } from '../wav/decode-wav.ts';
import { toLowRate } from './util/low-rate.ts';
import { isSameSound } from './util/same-sound.ts';

/**
 * Whether two sounds are one recording, and not two takes of the same words. The one may be the
 * other at another gain, depth, rate or polarity, out of a lossy codec, in noise that is 20 dB
 * quieter, or with something added or cut at an end; half of the shorter one must be in both.
 *
 * The places where their fingerprints agree say which lag puts the one over the other. There three
 * of four segments of an eighth of a second must correlate, among those that are loud, at 0.4 or
 * more; at 0.9 where less than 0.75 s are. Between takes of RAVDESS the most is 0.2.
 * Sounds that go on as they were, such as tones, must agree at 0.99, for they lie close together,
 * and those that are a click above all must agree beside it.
 *
 * @returns False where `fingerprint` of one of them is undefined: two silences are not one.
 * @throws {CorpusError} `bad-argument` for what is no sound.
 */
export function isSameRecording(a: Audio, b: Audio): boolean {
  checkAudio('isSameRecording', 'a', a);
  checkAudio('isSameRecording', 'b', b);
  const [lowA, lowB] = [toLowRate(a), toLowRate(b)];
  return lowA !== undefined && lowB !== undefined && isSameSound(lowA, lowB);
}
