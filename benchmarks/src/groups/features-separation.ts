import {
  decompose,
  griffinlim,
  harmonic,
  inverse,
  melspectrogram,
  mfcc,
  stft,
} from '@ser/features';
import { pythonPeer } from '../peers/python-peer.ts';
import { speechLike } from '../signals/speech-like.ts';
import { beside } from '../work/beside.ts';
import type { Group } from '../work/work.ts';

/** Harmonic and percussive parts, and sounds made of features. */
export function featuresSeparation(): Group {
  const sampleRate = 22_050;
  const clip = speechLike(sampleRate, 3);
  const python = pythonPeer('separation', { clip });
  const spectrum = stft(clip);
  const { real, imag, shape } = spectrum;
  const magnitudes = { data: real.map((re, i) => Math.hypot(re, imag[i])), shape };
  const mel = melspectrogram(clip, { sampleRate });
  const cepstrum = mfcc(clip, { sampleRate });
  const ours = {
    'decompose.hpss': () => decompose.hpss(spectrum),
    harmonic: () => harmonic(clip),
    griffinlim: () => griffinlim(magnitudes),
    'inverse.melToStft': () => inverse.melToStft(mel, { sampleRate }),
    'inverse.mfccToAudio': () => inverse.mfccToAudio(cepstrum, { sampleRate }),
  };
  return {
    heading: 'Separation and inversion',
    about: '3 s at 22,050 Hz, one thread.',
    budget: 300,
    works: beside(python, 'librosa', ours),
    versions: python.versions,
    close: python.close,
  };
}
