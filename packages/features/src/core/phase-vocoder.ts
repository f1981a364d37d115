import type { OptionNames } from '@ser/internal';
import { fromPolar, type Polar, toPolar } from '../kernels/polar.ts';
import { checkComplexMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger, checkPositive } from '../util/checks.ts';
import { MAX_VALUES } from '../util/limits.ts';
import type { ComplexMatrix } from '../util/matrix.ts';

/** The options of `phaseVocoder`. */
export interface PhaseVocoderOptions {
  /** Speed: above 1 is faster and shorter, below 1 slower and longer. */
  rate: number;
  /** Samples from one frame to the next. Default `floor(nFft / 4)`. */
  hopLength?: number;
  /** Samples a transform. Default: the even number that gives the spectrum's bins. */
  nFft?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<PhaseVocoderOptions> = { rate: true, hopLength: true, nFft: true };

/**
 * Stretches a short-time spectrum in time by `rate`. The phase of each bin advances as fast as it
 * did before. librosa's `phase_vocoder` (D. Ellis, "A phase vocoder in Matlab", 2002).
 *
 * @param spectrum `[bins, frames]`.
 * @returns `[bins, ceil(frames / rate)]`.
 * @throws {FeatureError} for options out of range.
 */
export function phaseVocoder(spectrum: ComplexMatrix, options: PhaseVocoderOptions): ComplexMatrix {
  checkOptions('phaseVocoder', options, OPTIONS);
  checkComplexMatrix('phaseVocoder', 'spectrum', spectrum);
  const [bins, frames] = spectrum.shape;
  const { rate, nFft = 2 * (bins - 1) } = options;
  checkPositive('phaseVocoder', 'rate', rate);
  checkInteger('phaseVocoder', 'nFft', nFft, 1);
  const { hopLength = Math.floor(nFft / 4) } = options;
  checkInteger('phaseVocoder', 'hopLength', hopLength, 1);

  const steps = Math.ceil(frames / rate);
  if (bins * steps > MAX_VALUES) {
    throw badArgument('phaseVocoder', 'rate', `above ${(bins * frames) / MAX_VALUES}`, rate);
  }
  const real = new Float32Array(bins * steps);
  const imag = new Float32Array(bins * steps);
  const places = placesOf(steps, rate);
  // Bins are stretched in chunks, which keeps the temporary arrays small.
  const most = Math.max(1, Math.floor(CHUNK / Math.max(frames, steps)));
  const scratch = {
    angle: new Float32Array(most * steps),
    magnitude: new Float32Array(most * steps),
  };
  for (let first = 0; first < bins; first += most) {
    const count = Math.min(most, bins - first);
    const from = [first * frames, (first + count) * frames] as const;
    const { angle, magnitude } = toPolar({
      re: spectrum.real.subarray(...from),
      im: spectrum.imag.subarray(...from),
    });
    const stretched = {
      angle: scratch.angle.subarray(0, count * steps),
      magnitude: scratch.magnitude.subarray(0, count * steps),
    };
    for (let i = 0; i < count; i++) {
      const advance = (hopLength * 2 * Math.PI * (first + i)) / nFft;
      stretchBin({ angle, magnitude }, i * frames, frames, advance, places, stretched, i * steps);
    }
    const { re, im } = fromPolar(stretched);
    real.set(re, first * steps);
    imag.set(im, first * steps);
  }
  return { real, imag, shape: [bins, steps] };
}

/** How many numbers a chunk of bins holds. */
const CHUNK = 4096;

/** Where the steps of a stretched spectrum are between the frames of the given one. */
interface Places {
  /** The frame before each step. */
  readonly frame: Int32Array;
  /** How far the step is beyond it, in frames. */
  readonly beyond: Float64Array;
}

function placesOf(steps: number, rate: number): Places {
  const frame = Int32Array.from({ length: steps }, (_, step) => step * rate);
  return { frame, beyond: Float64Array.from(frame, (t, step) => step * rate - t) };
}

/** Stretches one bin, whose `frames` values begin at `from`, to `out` from `to` on. */
function stretchBin(
  { angle, magnitude }: Polar,
  from: number,
  frames: number,
  advance: number,
  { frame, beyond }: Places,
  out: Polar,
  to: number,
): void {
  const f32 = Math.fround;
  const steps = frame.length;
  let phase = angle[from];
  for (let step = 0; step < steps; step++) {
    const t = frame[step];
    const at = from + t;
    const alpha = beyond[step];
    // Two frames of silence follow the last.
    const isLast = t + 1 >= frames;
    const nextAngle = isLast ? 0 : angle[at + 1];
    const nextMagnitude = isLast ? 0 : magnitude[at + 1];
    out.magnitude[to + step] = (1 - alpha) * magnitude[at] + alpha * nextMagnitude;
    out.angle[to + step] = phase;
    const change = f32(nextAngle - angle[at]) - advance;
    const deviation = change - 2 * Math.PI * Math.round(change / (2 * Math.PI));
    // In float32 as in librosa. A sum in float64 would be more exact, and give another signal.
    phase = f32(phase + (advance + deviation));
  }
}
