import type { FrameMoments, PairMoments } from '../../kernels/frame-moments.ts';
import { log2 } from '../../kernels/log10.ts';
import type { Samples } from '../../samples.ts';
import { once } from '../../util/once.ts';
import { jointMoments } from '../joint-moments.ts';
import { countOf, framesWhere, type Mask } from '../masks.ts';
import { modulationSpectrum } from '../modulation-spectrum.ts';
import { beside, channelsOf, ITSELF, oneTrack, type Tracks } from '../tracks.ts';
import { cepstraOf } from './cepstra.ts';
import { interpolatePitch } from './interpolate-pitch.ts';
import { logMel } from './log-mel.ts';
import { trackPitch } from './track-pitch.ts';

/** How many of the cepstra are descriptors. */
export const DESCRIBED_CEPSTRA = 16;

/** Pitch is counted in octaves from here, in Hz. */
const REFERENCE_HZ = 200;

/** Frames within so many dB of the loudest are loud. */
const LOUD_RANGE = 30;

/** A clip with more voiced frames than this has a pitch. */
const UNVOICED_CLIP = 5;

/** So many unvoiced frames say nothing about the clip's consonants. */
const FEW_UNVOICED = 3;

/** Octaves, and periodicity, times this are as large as the other descriptors. */
const JOINT_SCALE = 20;

/** The low-level descriptors of a clip, and what its functionals share. */
export interface Descriptors {
  /** How many frames of 10 ms there are. */
  readonly frames: number;
  /** Mel bands in dB, `[frames, 64]`. */
  readonly bands: Tracks;
  /** The cepstra of these bands, `[frames, 24]`. */
  readonly cepstra: Tracks;
  /** dB of the mean mel power. */
  readonly level: Float64Array;
  /** 10^(level / 20). */
  readonly amplitude: Float64Array;
  /** Hz; 0 where a frame is unvoiced. */
  readonly f0: Float64Array;
  /** The highest peak of the autocorrelation, in [0, 1]. */
  readonly periodicity: Float64Array;
  readonly voiced: Mask;
  /** Whether enough frames are voiced for the clip to have a pitch. */
  readonly hasPitch: boolean;
  /** Octaves from 200 Hz, in voiced frames. */
  readonly pitch: Float64Array;
  /** Octaves from 200 Hz, interpolated over unvoiced frames; zeros where there is no pitch. */
  readonly line: Float64Array;
  /** Frames within 30 dB of the loudest. */
  readonly loud: Mask;
  /** The loud frames. */
  readonly loudFrames: Int32Array;
  /** The voiced frames; all of them where there is no pitch. */
  readonly voicedFrames: Int32Array;
  /** Loud unvoiced frames; where they are too few, unvoiced ones, or else all. */
  readonly unvoicedFrames: Int32Array;
  /** 16 cepstra, level, 20 · line and 20 · periodicity, `[frames, 19]`. */
  readonly joint: Tracks;
  /** Moments of the joint tracks. */
  readonly moments: () => FrameMoments;
  /** Those of their loud frames, about the means. */
  readonly loudMoments: () => PairMoments;
  /**
   * The modulation spectra of bands, cepstra, level, line and periodicity, `[110, 91]`. Computed
   * when they are first asked for.
   */
  readonly modulation: () => Tracks;
}

/** The low-level descriptors of samples at 16 kHz, of which there is at least one. */
export function describe(samples: Samples): Descriptors {
  const { bands, level, amplitude } = logMel(samples);
  const { f0, periodicity } = trackPitch(samples);
  const { frames } = bands;
  const cepstra = cepstraOf(bands);
  const voiced = Uint8Array.from(f0, (hz) => (hz > 0 ? 1 : 0));
  const hasPitch = countOf(voiced) > UNVOICED_CLIP;
  const pitch = f0.map((hz) => (hz > 0 ? log2(hz / REFERENCE_HZ) : 0));
  const line = hasPitch ? interpolatePitch(pitch, voiced) : new Float64Array(frames);
  const threshold = level.reduce((a, b) => Math.max(a, b)) - LOUD_RANGE;
  const loud = Uint8Array.from(level, (decibels) => (decibels > threshold ? 1 : 0));
  const allFrames = framesWhere(0, frames, () => true);
  const unvoicedFrames = [
    framesWhere(0, frames, (t) => !voiced[t] && loud[t] === 1),
    framesWhere(0, frames, (t) => !voiced[t]),
  ].find((each) => each.length > FEW_UNVOICED);
  const loudFrames = framesWhere(0, frames, (t) => loud[t] === 1);
  const joint = beside(
    channelsOf(cepstra, 0, DESCRIBED_CEPSTRA),
    oneTrack(level),
    oneTrack(line.map((octaves) => JOINT_SCALE * octaves)),
    oneTrack(periodicity.map((value) => JOINT_SCALE * value)),
  );
  const moments = once(() => jointMoments(joint));
  return {
    frames,
    bands,
    cepstra,
    level,
    amplitude,
    f0,
    periodicity,
    voiced,
    hasPitch,
    pitch,
    line,
    loud,
    loudFrames,
    voicedFrames: hasPitch ? framesWhere(0, frames, (t) => voiced[t] === 1) : allFrames,
    unvoicedFrames: unvoicedFrames ?? allFrames,
    joint,
    moments,
    loudMoments: once(() => moments().pairs(loudFrames, ITSELF, 'means')),
    modulation: once(() =>
      modulationSpectrum(
        beside(bands, cepstra, oneTrack(level), oneTrack(line), oneTrack(periodicity)),
      ),
    ),
  };
}
