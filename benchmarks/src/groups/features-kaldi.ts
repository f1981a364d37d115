import { kaldi } from '@ser/features';
import { pythonPeer } from '../peers/python-peer.ts';
import { beside } from '../work/beside.ts';
import type { Group } from '../work/work.ts';

const RATE = 16_000;
const SECONDS = 3;

/** Kaldi's filter banks and cepstra. */
export function featuresKaldi(): Group {
  const samples = Float32Array.from({ length: RATE * SECONDS }, (_, i) => {
    return 0.3 * Math.sin(i / 15) * Math.sin(i / 3000) + 0.01 * Math.sin(i * i);
  });
  const python = pythonPeer('features_kaldi', { samples });
  const ours = {
    'kaldi.fbank, 80 bands': () => kaldi.fbank(samples, { numMelBins: 80 }),
    'kaldi.mfcc': () => kaldi.mfcc(samples),
  };
  return {
    heading: "Kaldi's features",
    about: '3 s at 16,000 Hz, one thread.',
    works: beside(python, 'kaldi-native-fbank', ours),
    versions: python.versions,
    close: python.close,
  };
}
