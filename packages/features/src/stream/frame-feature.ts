import type {
  FeatureConfig,
  LogMelConfig,
  MelConfig,
  MfccConfig,
} from '../extractor/extractor-config.ts';
import { filterFrame } from '../kernels/filter-frame.ts';
import { writeDecibels } from '../kernels/write-decibels.ts';
import { badArgument, checkPositive } from '../util/check.ts';
import { chromaBank } from '../util/chroma-bank.ts';
import { dctMatrix } from '../util/dct-matrix.ts';
import { partLength, sumSquares } from '../util/frame-rms.ts';
import { melBank } from '../util/mel-bank.ts';
import { pitchDetector } from '../util/pitch-detector.ts';
import { TINY, vectorNorm } from '../util/vector-norm.ts';
import type { FrameSource } from './util/frame-source.ts';

/** Writes one feature of the frame at hand to `out`, from `at` on. */
export type FrameFeature = (out: Float32Array, at: number) => void;

/**
 * A feature of one frame at a time, equal bit for bit to the frames of a whole clip.
 *
 * @throws FeatureError for a feature that needs the whole signal
 */
export function frameFeature(
  feature: FeatureConfig,
  source: FrameSource,
  sampleRate: number,
): FrameFeature {
  const { nFft, hopLength } = source;
  switch (feature.kind) {
    case 'zcr': {
      const { threshold = 1e-10 } = feature;
      return (out, at) => {
        out[at] = crossings(source, threshold) / nFft;
      };
    }
    case 'rms': {
      const part = partLength(nFft, hopLength);
      const sums = new Float64Array(nFft / part);
      return (out, at) => {
        let sum = 0;
        for (let i = 0; i < sums.length; i++) {
          sumSquares(source.values, source.start + i * part, part, sums, i);
          sum += sums[i];
        }
        out[at] = Math.sqrt(sum / nFft);
      };
    }
    case 'mel':
      return bands(feature, feature.power ?? 2, source, sampleRate).write;
    case 'logmel':
      return decibels(feature, source, sampleRate).write;
    case 'mfcc':
      return cepstrum(feature, source, sampleRate);
    case 'pitch': {
      const { fMin = 65, fMax = 600, troughThreshold } = feature;
      const detect = pitchDetector(nFft, { sampleRate, fMin, fMax, troughThreshold });
      const pitch = new Float64Array(2);
      return (out, at) => {
        detect(source.values, source.start, pitch);
        out.set(pitch, at);
      };
    }
    case 'chroma': {
      const { power = 2, nChroma = 12, ctroct, octwidth, baseC } = feature;
      const tuning = feature.tuning ?? needsAll('chroma', 'tuning', 'a number', feature.tuning);
      const shape = { nChroma, ctroct, octwidth, baseC, tuning };
      const filters = chromaBank({ sampleRate, nFft, norm: 2, ...shape });
      const sums = new Float64Array(nChroma);
      const values = new Float32Array(nChroma);
      return (out, at) => {
        filterFrame(filters, source.power(power), sums, values);
        const greatest = vectorNorm(values, Number.POSITIVE_INFINITY, 0, nChroma);
        for (let c = 0; c < nChroma; c++) {
          out[at + c] = greatest < TINY ? values[c] : values[c] / greatest;
        }
      };
    }
    default: {
      const expected = 'one of zcr, rms, chroma, mel, logmel, mfcc, pitch';
      throw badArgument('createFrameStream', 'kind', expected, feature.kind);
    }
  }
}

/** The error for what no frame knows alone. */
function needsAll(kind: string, option: string, expected: string, value: unknown): never {
  const why = `${expected} (the default is taken from the whole signal)`;
  throw badArgument('createFrameStream', `${kind}.${option}`, why, value);
}

function crossings(
  { values, start, nFft, signalStart, signalEnd }: FrameSource,
  threshold: number,
): number {
  // Padding repeats the first and the last sample, and so has no crossing.
  const first = Math.max(start, signalStart);
  const end = Math.min(start + nFft, signalEnd);
  let count = 0;
  for (let i = first + 1; i < end; i++) {
    if (values[i] < -threshold !== values[i - 1] < -threshold) count++;
  }
  return count;
}

interface Bands {
  readonly values: Float32Array;
  readonly compute: () => void;
  readonly write: FrameFeature;
}

function bands(
  { nMels = 128, fMin, fMax, htk, norm }: Omit<MelConfig, 'kind'>,
  power: number,
  source: FrameSource,
  sampleRate: number,
): Bands {
  checkPositive('createFrameStream', 'power', power);
  const filters = melBank({ sampleRate, nFft: source.nFft, nMels, fMin, fMax, htk, norm });
  const sums = new Float64Array(filters.rows);
  const values = new Float32Array(filters.rows);
  const compute = (): void => filterFrame(filters, source.power(power), sums, values);
  return { values, compute, write: writer(values, compute) };
}

const writer =
  (values: Float32Array, compute: () => void): FrameFeature =>
  (out, at) => {
    compute();
    for (let i = 0; i < values.length; i++) out[at + i] = values[i];
  };

function decibels(feature: MfccConfig | LogMelConfig, source: FrameSource, rate: number): Bands {
  const { kind, topDb, deltas = 0, nMels, fMin, fMax, htk } = feature;
  if (topDb !== null) needsAll(kind, 'topDb', 'null', topDb);
  if (deltas !== 0) needsAll(kind, 'deltas', '0', deltas);
  const norm = feature.kind === 'mfcc' ? feature.melNorm : feature.norm;
  const power = bands({ nMels, fMin, fMax, htk, norm }, 2, source, rate);
  const { values } = power;
  const compute = (): void => {
    power.compute();
    writeDecibels(values, values, 1e-10, 0);
  };
  return { values, compute, write: writer(values, compute) };
}

function cepstrum(feature: MfccConfig, source: FrameSource, sampleRate: number): FrameFeature {
  const { nMfcc = 20, dctType = 2, norm = 'ortho', lifter = 0 } = feature;
  const { values, compute } = decibels(feature, source, sampleRate);
  const basis = dctMatrix(nMfcc, values.length, dctType, norm);
  const gains = Float64Array.from({ length: nMfcc }, (_, k) =>
    lifter > 0 ? 1 + (lifter / 2) * Math.sin((Math.PI * (k + 1)) / lifter) : 1,
  );
  return (out, at) => {
    compute();
    for (let k = 0; k < nMfcc; k++) {
      let sum = 0;
      for (let m = 0; m < values.length; m++)
        sum += gains[k] * basis[k * values.length + m] * values[m];
      out[at + k] = sum;
    }
  };
}
