import { chromaCqt, cqt, hybridCqt, tonnetz, vqt } from '@ser/features';
import { pythonPeer } from '../peers/python-peer.ts';
import { speechLike } from '../signals/speech-like.ts';
import { beside } from '../work/beside.ts';
import type { Group } from '../work/work.ts';

/** Constant-Q transforms. */
export function featuresConstantQ(): Group {
  const options = { sampleRate: 22_050 };
  const clip = speechLike(options.sampleRate, 3);
  const python = pythonPeer('constant_q', { clip });
  const ours = {
    cqt: () => cqt(clip, options),
    vqt: () => vqt(clip, options),
    hybridCqt: () => hybridCqt(clip, options),
    chromaCqt: () => chromaCqt(clip, options),
    tonnetz: () => tonnetz(clip, options),
  };
  return {
    heading: 'Constant-Q transforms',
    about: '3 s at 22,050 Hz, one thread.',
    works: beside(python, 'librosa', ours),
    versions: python.versions,
    close: python.close,
  };
}
