import { estimateTuning } from '../../core/estimate-tuning.ts';
import { resampleFinite } from '../../core/resample.ts';
import { centredWindow } from '../../filters/get-window.ts';
import { planFft } from '../../kernels/fft/plan-fft.ts';
import type { Samples } from '../../samples.ts';
import { badArgument, checkSamples } from '../checks.ts';
import { Frames } from '../frames.ts';
import { MAX_VALUES } from '../limits.ts';
import type { ComplexMatrix } from '../matrix.ts';
import type { PadMode } from '../pad-source.ts';
import { type ConstantQ, type ConstantQOptions, constantQ } from './constant-q-options.ts';
import { type OctavePlan, type VariableQPlan, variableQPlan } from './variable-q-plan.ts';

/** What makes a variable-Q transform of a constant-Q one. */
export interface Variable {
  /** The ratios of an octave's bins to the first; null for equal steps. */
  readonly intervals: readonly number[] | null;
  /** By how many Hz every bin hears more than its part of an octave; null for the ear's. */
  readonly gamma: number | null;
}

/** The variable-Q transform of samples, `[nBins, frames]`; librosa's `vqt`. */
export function variableQ(
  caller: string,
  samples: Samples,
  options: ConstantQOptions,
  variable: Variable,
): ComplexMatrix {
  const { fMin, padMode, ...transform } = constantQ(caller, options);
  checkSamples(caller, 'samples', samples);
  const lowest = tuned(samples, fMin, options.tuning, transform);
  const plan = variableQPlan(caller, { ...transform, ...variable, lowest });
  return respond(caller, samples, plan, transform.nBins, padMode);
}

/** The lowest bin in Hz after tuning, which null estimates. */
export function tuned(
  samples: Samples,
  fMin: number,
  tuning: number | null | undefined,
  { sampleRate, binsPerOctave }: Pick<ConstantQ, 'sampleRate' | 'binsPerOctave'>,
): number {
  const deviation =
    tuning === null ? estimateTuning(samples, { sampleRate, binsPerOctave }) : (tuning ?? 0);
  return fMin * 2 ** (deviation / binsPerOctave);
}

function respond(
  caller: string,
  samples: Samples,
  { fall, octaves }: VariableQPlan,
  nBins: number,
  padMode: PadMode,
): ComplexMatrix {
  const frames = frameCount(samples.length, fall, octaves);
  if (frames * nBins > MAX_VALUES) {
    const expected = `long enough for ${MAX_VALUES} values at most in ${frames} frames of ${nBins}`;
    throw badArgument(caller, 'hopLength', expected, octaves[0].hopLength * fall);
  }
  const real = new Float32Array(nBins * frames);
  const imag = new Float32Array(nBins * frames);
  let signal = fall > 1 ? resampleFinite(samples, fall, 1) : samples;
  let halvings = 0;
  for (const octave of octaves) {
    for (; halvings < octave.halvings; halvings++) signal = resampleFinite(signal, 2, 1);
    const { nFft, hopLength } = octave;
    const layout = { hopLength, center: true, padMode };
    filterFrames(new Frames(caller, signal, nFft, layout), octave, { real, imag, frames });
  }
  return { real, imag, shape: [nBins, frames] };
}

/** The frames that all octaves have. */
function frameCount(length: number, fall: number, octaves: readonly OctavePlan[]): number {
  let left = Math.ceil(length / fall);
  let halvings = 0;
  let count = Number.POSITIVE_INFINITY;
  for (const octave of octaves) {
    for (; halvings < octave.halvings; halvings++) left = Math.ceil(left / 2);
    const padded = left + 2 * Math.floor(octave.nFft / 2);
    count = Math.min(count, 1 + Math.floor((padded - octave.nFft) / octave.hopLength));
  }
  return count;
}

/** Writes the responses of an octave's filters in all frames. */
function filterFrames(
  signal: Frames,
  { nFft, filters, gains, firstRow }: OctavePlan,
  { real, imag, frames }: { real: Float32Array; imag: Float32Array; frames: number },
): void {
  const fft = planFft(nFft);
  const { spectrum } = fft;
  const window = centredWindow('ones', nFft, nFft);
  for (let t = 0; t < frames; t++) {
    signal.seekFrame(t);
    fft.load(signal.values, signal.start, window);
    fft.forward();
    for (let i = 0; i < filters.length; i++) {
      const { first, weights } = filters[i];
      let re = 0;
      let im = 0;
      for (let k = 0, at = 2 * first; k < weights.length; k += 2, at += 2) {
        re += weights[k] * spectrum[at] - weights[k + 1] * spectrum[at + 1];
        im += weights[k] * spectrum[at + 1] + weights[k + 1] * spectrum[at];
      }
      real[(firstRow + i) * frames + t] = re * gains[i];
      imag[(firstRow + i) * frames + t] = im * gains[i];
    }
  }
}
