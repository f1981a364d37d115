import { forEachFrame } from '../signals/for-each-frame.ts';
import { calls } from '../work/calls.ts';
import type { Side } from '../work/work.ts';

const FRAME = 2048;
const HOP = 512;

/** MFCC of each frame, with librosa's sizes where essentia.js has them. */
export function essentiaMfcc(clip: Float32Array, sampleRate: number): Side {
  let side: Side | undefined;
  return async (budget) => {
    side ??= await load(clip, sampleRate);
    return side(budget);
  };
}

async function load(clip: Float32Array, sampleRate: number): Promise<Side> {
  const { default: library } = await import('essentia.js');
  const peer = new library.Essentia(library.EssentiaWASM);
  const bins = FRAME / 2 + 1;
  const sizes = [2, sampleRate / 2, bins, 0, 'dbpow', 0, 'unit_sum', 128, 20, sampleRate] as const;
  return calls(() =>
    forEachFrame(clip, FRAME, HOP, (samples) => {
      const vector = peer.arrayToVector(samples);
      const { frame } = peer.Windowing(vector, false, FRAME, 'hann');
      const { spectrum } = peer.Spectrum(frame, FRAME);
      const { bands: energies, mfcc: coefficients } = peer.MFCC(spectrum, ...sizes);
      for (const each of [vector, frame, spectrum, energies, coefficients]) each.delete();
    }),
  );
}
