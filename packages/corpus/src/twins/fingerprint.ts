import { checkAudio } from '../util/check-audio.ts';
import type { Audio } from '../wav/decode-wav.ts';
import { BANDS, bandEnvelopes, FRAME } from './util/band-envelopes.ts';
import { findAnchors } from './util/find-anchors.ts';
import { LOW_RATE, toLowRate } from './util/low-rate.ts';

/** Times around an anchor at which the bands are looked at, and the frames between two of them. */
const TIMES = 12;
const STEP = 17;
/** Energy to this power is what is compared, so that quiet sounds count as well. */
const POWER = 0.35;
/** Numbers that describe the surroundings of one anchor. */
export const COEFFICIENTS = 24;
/** The length of these numbers as a vector; each is a signed byte. */
const LENGTH = 127;

/** What a sound is found again by: 112 bytes. */
export interface Fingerprint {
  /** Seconds from the sound's start to the middle of its energy, then to its highest peaks. */
  anchors: Float32Array;
  /** The surroundings of each anchor; `[anchors × 24]`. */
  codes: Int8Array;
}

/**
 * A small description of a sound that its copies share: of another gain, depth, rate or number of
 * channels, with something added or cut at an end, or out of a lossy codec. Other sounds may have a
 * fingerprint that is close; `isSameRecording` is certain.
 *
 * Around the middle of the sound's energy, and around up to three peaks of it, the energy of four
 * bands between 200 Hz and 3.4 kHz is taken at twelve times within 0.8 s. Of their cosine transform
 * the 24 lowest coefficients but the first are kept, as a vector of length 127.
 *
 * @returns Undefined for a sound in which there is nothing to compare: digital silence, less than
 *   20 ms, fewer than 2000 samples a second, or samples that are no numbers.
 * @throws {CorpusError} `bad-argument` for what is no sound.
 */
export function fingerprint(audio: Audio): Fingerprint | undefined {
  checkAudio('fingerprint', 'audio', audio);
  const low = toLowRate(audio);
  return low && fingerprintOf(low);
}

/** The fingerprint of a sound at 8 kHz. */
export function fingerprintOf(low: Float32Array): Fingerprint {
  const envelopes = bandEnvelopes(low);
  const { centre, peaks } = findAnchors(envelopes);
  const positions = [centre, ...peaks];
  const codes = new Int8Array(positions.length * COEFFICIENTS);
  positions.forEach((position, i) => {
    codes.set(describe(envelopes, position), i * COEFFICIENTS);
  });
  const seconds = FRAME / LOW_RATE;
  return { anchors: Float32Array.from(positions, (frame) => frame * seconds), codes };
}

/** The coefficients around a position, as a vector of length 127. */
function describe(envelopes: readonly Float64Array[], position: number): Float64Array {
  const patch = new Float64Array(TIMES * BANDS);
  for (let time = 0; time < TIMES; time++) {
    const frame = position + (time - (TIMES - 1) / 2) * STEP;
    const whole = Math.floor(frame);
    const part = frame - whole;
    envelopes.forEach((envelope, band) => {
      const energy = (1 - part) * (envelope[whole] ?? 0) + part * (envelope[whole + 1] ?? 0);
      patch[time * BANDS + band] = energy ** POWER;
    });
  }
  const coefficients = BASIS.map((basis) => basis.reduce((sum, x, i) => sum + x * patch[i], 0));
  const length = Math.hypot(...coefficients);
  return Float64Array.from(coefficients, (x) => Math.round((LENGTH * x) / (length || 1)));
}

/** The cosines of the lowest coefficients, each of length 1, from the lowest on. */
const BASIS: readonly Float64Array[] = Array.from({ length: TIMES * BANDS }, (_, i) => i)
  .map((i) => ({ time: i % TIMES, band: Math.floor(i / TIMES) }))
  // A step in frequency weighs as much as two in time.
  .sort((a, b) => a.time + 2 * a.band - (b.time + 2 * b.band) || a.band - b.band)
  // The first is the level, of which every sound has most.
  .slice(1, 1 + COEFFICIENTS)
  .map(({ time, band }) => {
    const basis = Float64Array.from({ length: TIMES * BANDS }, (_, i) => {
      const t = Math.floor(i / BANDS);
      return (
        Math.cos((Math.PI * time * (t + 0.5)) / TIMES) *
        Math.cos((Math.PI * band * ((i % BANDS) + 0.5)) / BANDS)
      );
    });
    const length = Math.hypot(...basis);
    return basis.map((x) => x / length);
  });
