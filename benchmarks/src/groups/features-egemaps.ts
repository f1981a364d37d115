import { egemaps } from '@ser/features';
import { pythonPeer } from '../peers/python-peer.ts';
import { speechLike } from '../signals/speech-like.ts';
import { beside } from '../work/beside.ts';
import type { Group } from '../work/work.ts';

/** The Geneva minimalistic acoustic parameter set. */
export function featuresEgemaps(): Group {
  const clips = { 48000: speechLike(48_000, 3), 16000: speechLike(16_000, 3) } as const;
  const python = pythonPeer('egemaps', { 48000: clips[48000], 16000: clips[16000] });
  const ours = {
    'egemaps, 48000': () => egemaps(clips[48000], { sampleRate: 48_000 }),
    'egemaps, 16000': () => egemaps(clips[16000], { sampleRate: 16_000 }),
  };
  return {
    heading: 'eGeMAPS',
    about: '3 s at 48,000 and 16,000 Hz, one thread; openSMILE through its Python package.',
    works: beside(python, 'openSMILE', ours),
    versions: python.versions,
    close: python.close,
  };
}
