import { resample } from '@ser/features';
import { pythonPeer } from '../peers/python-peer.ts';
import { speechLike } from '../signals/speech-like.ts';
import { beside } from '../work/beside.ts';
import type { Group } from '../work/work.ts';

const RATES = [
  [48_000, 16_000],
  [44_100, 16_000],
  [22_050, 16_000],
  [8000, 16_000],
  [48_000, 22_050],
  [44_100, 22_050],
] as const;
const SECONDS = 3;

/** Into the rates of speech. */
export function featuresResample(): Group {
  const origins = [...new Set(RATES.map(([origSr]) => origSr))];
  const clips = new Map(origins.map((rate) => [rate, speechLike(rate, SECONDS)]));
  const python = pythonPeer('resample', Object.fromEntries(clips));
  const ours = Object.fromEntries(
    RATES.map(([origSr, targetSr]) => {
      const clip = clips.get(origSr) as Float32Array;
      return [`${origSr} to ${targetSr}`, () => resample(clip, { origSr, targetSr })];
    }),
  );
  return {
    heading: 'Resampling',
    about: '`resample` of 3 s, one thread, beside soxr at the quality that librosa asks of it.',
    works: beside(python, 'soxr HQ', ours),
    versions: python.versions,
    close: python.close,
  };
}
