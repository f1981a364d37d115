import type { OptionNames } from '@ser/internal';
import { magnitude } from '../kernels/fft/magnitude.ts';
import { fromPolar } from '../kernels/polar.ts';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger, checkNonNegative, checkRandom } from '../util/checks.ts';
import { type Framing, framing, STFT_OPTIONS, type StftOptions } from '../util/framing.ts';
import { MAX_VALUES } from '../util/limits.ts';
import type { ComplexMatrix, Matrix } from '../util/matrix.ts';
import type { Random } from '../util/random.ts';
import { evenLength } from '../util/spectrogram.ts';
import { TINY } from '../util/vector-norm.ts';
import { istft } from './istft.ts';
import { stft } from './stft.ts';

/** The options of `griffinlim`, with librosa's names and defaults where it has them. */
export interface GriffinlimOptions extends StftOptions {
  /** Samples of a transform. Default: the even number that gives the spectrogram's bins. */
  nFft?: number;
  /** How many times the phases are estimated, 1 to 10,000. Default 32. */
  nIter?: number;
  /** How far each step goes on where the last one went; 0 is the method of 1984. Default 0.99. */
  momentum?: number;
  /** How many samples to return. Default: as many as the frames hold. */
  length?: number;
  /** A generator that draws the first phases; null for phases of 0. Default null. */
  random?: Random | null;
}

/** The names of the options. */
export const GRIFFINLIM_OPTIONS: OptionNames<GriffinlimOptions> = {
  ...STFT_OPTIONS,
  nIter: true,
  momentum: true,
  length: true,
  random: true,
};

/** The most steps. Each costs the time of two transforms. */
const MAX_STEPS = 10_000;

/**
 * A signal whose spectrogram is nearly the given one: phases are estimated by going to the signal
 * and back, with momentum; librosa's `griffinlim`.
 *
 * Sources: D. Griffin and J. Lim, "Signal estimation from modified short-time Fourier transform",
 * 1984; N. Perraudin, P. Balazs and P. Søndergaard, "A fast Griffin-Lim algorithm", 2013.
 *
 * @param magnitudes `[1 + nFft / 2, frames]`, not negative; an odd `nFft` must be named.
 * @throws {FeatureError} for magnitudes that are negative or not finite, and for options out of
 *   range.
 */
export function griffinlim(magnitudes: Matrix, options: GriffinlimOptions = {}): Float32Array {
  checkOptions('griffinlim', options, GRIFFINLIM_OPTIONS);
  checkMatrix('griffinlim', 'magnitudes', magnitudes);
  const negative = magnitudes.data.find((value) => value < 0);
  if (negative !== undefined) throw badArgument('griffinlim', 'magnitudes', '≥ 0', negative);
  const { nIter = 32, momentum = 0.99, length, random = null } = options;
  checkInteger('griffinlim', 'nIter', nIter, 1, MAX_STEPS);
  checkNonNegative('griffinlim', 'momentum', momentum);
  if (random !== null) checkRandom('griffinlim', 'random', random);
  const [bins, frames] = magnitudes.shape;
  const frame = framing('griffinlim', { ...options, nFft: options.nFft ?? evenLength(bins) });
  if (Math.floor(frame.nFft / 2) + 1 !== bins) {
    throw badArgument('griffinlim', 'nFft', `one that gives ${bins} bins`, frame.nFft);
  }
  checkLength(frame, frames, length);

  const { padMode: _, ...inverse } = frame;
  const spectrum = firstGuess(magnitudes, random);
  const pull = momentum / (1 + momentum);
  let before: ComplexMatrix | undefined;
  for (let step = 0; step < nIter; step++) {
    const rebuilt = stft(istft(spectrum, { ...inverse, length }), frame);
    takePhases(spectrum, magnitudes.data, rebuilt, before, pull);
    before = rebuilt;
  }
  return istft(spectrum, { ...inverse, length });
}

/** Throws unless a signal of that length has as many frames as the spectrogram. */
function checkLength(frame: Framing, frames: number, length: number | undefined): void {
  const { nFft, hopLength, center } = frame;
  const padding = center ? 2 * Math.floor(nFft / 2) : 0;
  const held = nFft + hopLength * (frames - 1) - padding;
  const least = Math.max(1, held);
  const most = Math.min(MAX_VALUES, held + hopLength - 1);
  if (length !== undefined) {
    checkInteger('griffinlim', 'length', length, least, most);
  } else if (held < 1) {
    const expected = `named, in [${least}, ${most}], where one frame is centred`;
    throw badArgument('griffinlim', 'length', expected, length);
  }
}

/** The magnitudes with their first phases. */
function firstGuess({ data, shape }: Matrix, random: Random | null): ComplexMatrix {
  if (random === null) return { real: data.slice(), imag: new Float32Array(data.length), shape };
  const angle = Float32Array.from(data, () => 2 * Math.PI * random());
  const { re, im } = fromPolar({ angle, magnitude: data });
  return { real: re.slice(), imag: im.slice(), shape };
}

/** Gives the spectrum the phases of `rebuilt`, less a part of what was rebuilt before. */
function takePhases(
  { real, imag }: ComplexMatrix,
  magnitudes: Float32Array,
  rebuilt: ComplexMatrix,
  before: ComplexMatrix | undefined,
  pull: number,
): void {
  for (let i = 0; i < magnitudes.length; i++) {
    const re = rebuilt.real[i] - (before ? pull * before.real[i] : 0);
    const im = rebuilt.imag[i] - (before ? pull * before.imag[i] : 0);
    const scale = magnitudes[i] / (magnitude(re, im) + TINY);
    real[i] = re * scale;
    imag[i] = im * scale;
  }
}
