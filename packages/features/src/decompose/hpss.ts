import { magnitude } from '../kernels/fft/magnitude.ts';
import { checkComplexMatrix, checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument } from '../util/checks.ts';
import type { ComplexMatrix, Matrix } from '../util/matrix.ts';
import { checkHpss, HPSS_OPTIONS, type HpssOptions, pairOf } from './util/hpss-options.ts';
import { medianFilter } from './util/median-filter.ts';
import { softMask } from './util/soft-mask.ts';

/** What sounds on and what strikes. */
export interface Separated<Part> {
  readonly harmonic: Part;
  readonly percussive: Part;
}

/**
 * Separates a spectrogram into what lasts in time and what spreads over frequencies; librosa's
 * `decompose.hpss`.
 *
 * Sources: D. Fitzgerald, "Harmonic/percussive separation using median filtering", 2010;
 * J. Driedger, M. Müller and S. Disch, "Extending harmonic-percussive separation of audio", 2014.
 *
 * @param spectrum `[bins, frames]`, complex or magnitudes.
 * @returns Two matrices of that shape, of complex numbers where they came and no masks are wanted.
 * @throws {FeatureError} for magnitudes that are negative or not finite, and for options out of
 *   range.
 */
export function hpss(
  spectrum: ComplexMatrix,
  options?: HpssOptions & { mask?: false },
): Separated<ComplexMatrix>;
export function hpss(
  spectrum: ComplexMatrix,
  options: HpssOptions & { mask: true },
): Separated<Matrix>;
export function hpss(spectrum: Matrix, options?: HpssOptions): Separated<Matrix>;
export function hpss(
  spectrum: Matrix | ComplexMatrix,
  options: HpssOptions = {},
): Separated<Matrix | ComplexMatrix> {
  checkOptions('decompose.hpss', options, HPSS_OPTIONS);
  const complex = spectrum !== null && typeof spectrum === 'object' && 'real' in spectrum;
  const magnitudes = complex ? magnitudesOf(spectrum) : spectrum;
  checkMatrix('decompose.hpss', 'spectrum', magnitudes);
  const negative = complex ? undefined : magnitudes.data.find((value) => value < 0);
  if (negative !== undefined) throw badArgument('decompose.hpss', 'spectrum', '≥ 0', negative);
  const { harmonic, percussive } = masks('decompose.hpss', magnitudes, options);
  const { shape } = spectrum;
  const part = (mask: Float32Array): Matrix | ComplexMatrix => {
    if (options.mask) return { data: mask, shape };
    if (!complex) return { data: product(spectrum.data, mask), shape };
    return { real: product(spectrum.real, mask), imag: product(spectrum.imag, mask), shape };
  };
  return { harmonic: part(harmonic), percussive: part(percussive) };
}

/** The masks of both parts. */
function masks(caller: string, magnitudes: Matrix, options: HpssOptions): Separated<Float32Array> {
  checkHpss(caller, options);
  const { kernelSize = 31, power = 2, margin = 1 } = options;
  const [frames, bins] = pairOf(kernelSize);
  const { data, shape } = magnitudes;
  // Medians are taken of the bits of float32.
  const single = { data: data instanceof Float32Array ? data : Float32Array.from(data), shape };
  const [harmonicMargin, percussiveMargin] = pairOf(margin);
  const lasting = medianFilter(single, frames, 'rows');
  const spread = medianFilter(single, bins, 'columns');
  const splitZeros = harmonicMargin === 1 && percussiveMargin === 1;
  return {
    harmonic: softMask(lasting, spread, { power, margin: harmonicMargin, splitZeros }),
    percussive: softMask(spread, lasting, { power, margin: percussiveMargin, splitZeros }),
  };
}

function magnitudesOf(spectrum: ComplexMatrix): Matrix {
  checkComplexMatrix('decompose.hpss', 'spectrum', spectrum);
  const { real, imag, shape } = spectrum;
  const data = new Float32Array(real.length);
  for (let i = 0; i < data.length; i++) data[i] = magnitude(real[i], imag[i]);
  return { data, shape };
}

function product(values: Float32Array, mask: Float32Array): Float32Array {
  const result = new Float32Array(values.length);
  for (let i = 0; i < result.length; i++) result[i] = values[i] * mask[i];
  return result;
}
