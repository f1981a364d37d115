import {
  istft,
  melspectrogram,
  mfcc,
  spectralContrast,
  spectralFlatness,
  stft,
  timeStretch,
  yin,
} from '@ser/features';
import { pythonPeer } from '../peers/python-peer.ts';
import { speechLike } from '../signals/speech-like.ts';
import { beside } from '../work/beside.ts';
import type { Group } from '../work/work.ts';

/** Frame, hop and rate of the framings: what speech uses, librosa's own, and lengths that are hard. */
const FRAMINGS = [
  [400, 160, 16_000],
  [512, 160, 16_000],
  [1000, 250, 22_050],
  [1103, 220, 22_050],
  [2047, 512, 22_050],
  [2048, 512, 22_050],
  [4096, 1024, 22_050],
] as const;
const SECONDS = 3;
const PITCH = { fMin: 65.40639132514966, fMax: 2093.004522404789 };

/** What is computed of frames, for many lengths of frames. */
export function featuresFrames(): Group {
  const clips = { 16000: speechLike(16_000, SECONDS), 22050: speechLike(22_050, SECONDS) } as const;
  const python = pythonPeer('frames', { 16000: clips[16000], 22050: clips[22050] });
  const ours: Record<string, () => unknown> = {};
  for (const [nFft, hopLength, sampleRate] of FRAMINGS) {
    const clip = clips[sampleRate];
    const options = { nFft, hopLength };
    ours[`stft ${nFft}/${hopLength}`] = () => stft(clip, options);
    ours[`mfcc ${nFft}/${hopLength}`] = () => mfcc(clip, { sampleRate, ...options });
  }
  const clip = clips[22050];
  const spectrum = stft(clip);
  const sampleRate = 22_050;
  Object.assign(ours, {
    'melspectrogram 2048/512': () => melspectrogram(clip, { sampleRate }),
    'istft 2048/512': () => istft(spectrum),
    'spectralFlatness 2048/512': () => spectralFlatness(clip),
    'spectralContrast 2048/512': () => spectralContrast(clip, { sampleRate }),
    'yin 2048/512': () => yin(clip, { sampleRate, ...PITCH }),
    timeStretch: () => timeStretch(clip, { rate: 0.8 }),
  });
  return {
    heading: 'Features of frames',
    about:
      '3 s, one thread; frame and hop in samples. Frames of 400 and 512 at 16,000 Hz, the others at 22,050 Hz. 1,103 is a prime, 2,047 is 23 · 89.',
    works: beside(python, 'librosa', ours),
    versions: python.versions,
    close: python.close,
  };
}
