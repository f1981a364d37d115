import { forEachFrame } from '../signals/for-each-frame.ts';
import { calls } from '../work/calls.ts';
import type { Side } from '../work/work.ts';

const FRAME = 2048;
const HOP = 512;

interface Meyda {
  bufferSize: number;
  sampleRate: number;
  melBands: number;
  numberOfMFCCCoefficients: number;
  extract(features: string[], frame: Float32Array): unknown;
}

/** MFCC, chroma, RMS, zero crossings and the power spectrum: what Meyda has of `summary162`. */
export function meydaFrames(clip: Float32Array, sampleRate: number): Side {
  const wanted = ['mfcc', 'chroma', 'rms', 'zcr', 'powerSpectrum'];
  return async (budget) => {
    const { default: peer } = (await import('meyda')) as unknown as { default: Meyda };
    Object.assign(peer, {
      bufferSize: FRAME,
      sampleRate,
      melBands: 128,
      numberOfMFCCCoefficients: 20,
    });
    const run = (): void =>
      forEachFrame(clip, FRAME, HOP, (frame) => void peer.extract(wanted, frame));
    return calls(run)(budget);
  };
}
