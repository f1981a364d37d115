import { createExtractor, presets, pyin } from '@ser/features';
import { essentiaMfcc } from '../peers/essentia.ts';
import { meydaFrames } from '../peers/meyda.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import { speechLike } from '../signals/speech-like.ts';
import { calls } from '../work/calls.ts';
import type { Group } from '../work/work.ts';

const RATE = 22_050;
const FUNCTIONALS_RATE = 16_000;
/** C2 to C7, as librosa's documentation advises. */
const PYIN = { sampleRate: RATE, fMin: 65.40639132514966, fMax: 2093.004522404789 };

/** What is taken of a clip as a whole. */
export function features(): Group {
  const clip = speechLike(RATE, 2.5);
  const sung = speechLike(RATE, 3);
  const samples = speechLike(FUNCTIONALS_RATE, 3);
  const python = pythonPeer('features', { clip, sung, samples });
  const { extractSamples } = createExtractor(presets.summary162);
  const { extract } = createExtractor(presets.functionals);
  const mfcc = createExtractor({ sampleRate: RATE, features: [{ kind: 'mfcc' }] });
  return {
    heading: 'Features of clips',
    about: 'One thread. 2.5 s at 22,050 Hz; `functionals` 3 s at 16,000 Hz, `pyin` 3 s, C2 to C7.',
    works: [
      {
        name: 'summary162',
        prepare: () => ({
          ours: calls(() => extractSamples(clip)),
          peers: {
            librosa: python.side('summary162'),
            'Meyda, those of its frame features': meydaFrames(clip, RATE),
          },
        }),
      },
      {
        name: 'mfcc',
        prepare: () => ({
          ours: calls(() => mfcc.extractSamples(clip)),
          peers: { librosa: python.side('mfcc'), 'essentia.js': essentiaMfcc(clip, RATE) },
        }),
      },
      {
        name: 'functionals',
        prepare: () => ({
          ours: calls(() => extract({ samples, sampleRate: FUNCTIONALS_RATE })),
          peers: { 'numpy, the reference in tools/parity': python.side('functionals') },
        }),
      },
      {
        name: 'pyin',
        prepare: () => ({
          ours: calls(() => pyin(sung, PYIN)),
          peers: { librosa: python.side('pyin') },
        }),
      },
    ],
    versions: python.versions,
    close: python.close,
  };
}
