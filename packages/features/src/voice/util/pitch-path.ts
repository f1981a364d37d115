import type { Candidates } from './candidates.ts';

export interface PathOptions {
  /** Highest pitch in Hz. */
  readonly ceiling: number;
  readonly silenceThreshold: number;
  readonly voicingThreshold: number;
  readonly octaveCost: number;
  readonly octaveJumpCost: number;
  readonly voicedUnvoicedCost: number;
}

/** The time step in seconds for which the costs of transitions are. */
const USUAL_STEP = 0.01;

/** A frame's candidates, and its loudness as a part of the sound's peak. */
export interface PitchFrame {
  readonly candidates: Candidates;
  readonly intensity: number;
}

/**
 * The path through the candidates of all frames that is the strongest, less the costs of its jumps:
 * step 4 of P. Boersma (1993). Candidates above the ceiling count as unvoiced.
 *
 * @returns The index of each frame's candidate.
 */
export function strongestPath(
  frames: readonly PitchFrame[],
  timeStep: number,
  options: PathOptions,
): Int32Array {
  const { ceiling, octaveJumpCost, voicedUnvoicedCost } = options;
  const correction = USUAL_STEP / timeStep;
  const jump = octaveJumpCost * correction;
  const change = voicedUnvoicedCost * correction;
  const back = frames.map(({ candidates }) => new Int32Array(candidates.frequency.length));
  let before: Float64Array = new Float64Array();
  // The logarithm of each candidate's frequency to the base 2, NaN where it is unvoiced.
  let octavesBefore: Float64Array = new Float64Array();
  frames.forEach((frame, t) => {
    const octaves = frame.candidates.frequency.map((f) =>
      f > 0 && f < ceiling ? Math.log2(f) : Number.NaN,
    );
    const total = localStrengths(frame, options);
    for (let k = 0; t > 0 && k < total.length; k++) {
      const voiced = !Number.isNaN(octaves[k]);
      let best = -Infinity;
      for (let j = 0; j < before.length; j++) {
        const wasVoiced = !Number.isNaN(octavesBefore[j]);
        let cost = 0;
        if (voiced !== wasVoiced) cost = change;
        else if (voiced) cost = jump * Math.abs(octavesBefore[j] - octaves[k]);
        const value = before[j] - cost + total[k];
        if (value > best) {
          best = value;
          back[t][k] = j;
        }
      }
      total[k] = best;
    }
    before = total;
    octavesBefore = octaves;
  });
  return traceBack(back, before);
}

/** The strength of each candidate of a frame in the search for a path. */
function localStrengths({ candidates, intensity }: PitchFrame, options: PathOptions): Float64Array {
  const { ceiling, silenceThreshold, voicingThreshold, octaveCost } = options;
  const loudness =
    silenceThreshold <= 0 ? 2 : intensity / (silenceThreshold / (1 + voicingThreshold));
  const unvoiced = voicingThreshold + Math.max(0, 2 - loudness);
  return candidates.strength.map((strength, k) => {
    const frequency = candidates.frequency[k];
    const voiced = frequency > 0 && frequency < ceiling;
    return voiced ? strength - octaveCost * Math.log2(ceiling / frequency) : unvoiced;
  });
}

/** The path that ends in the best candidate of the last frame. */
function traceBack(back: readonly Int32Array[], last: Float64Array): Int32Array {
  const path = new Int32Array(back.length);
  let place = 0;
  for (let k = 1; k < last.length; k++) if (last[k] > last[place]) place = k;
  for (let t = back.length - 1; t >= 0; t--) {
    path[t] = place;
    place = back[t][place];
  }
  return path;
}
