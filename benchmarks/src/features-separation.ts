import {
  decompose,
  griffinlim,
  harmonic,
  inverse,
  melspectrogram,
  mfcc,
  stft,
} from '@ser/features';
import { speechLike } from './features.ts';
import { formatTime, measure, printTable } from './measure.ts';
import { pythonTimings } from './python-timings.ts';

const sampleRate = 22050;
const SECONDS = 3;

/**
 * Harmonic and percussive parts of a clip of 3 seconds, and sounds made of its features, on one
 * thread beside librosa. `PYTHON` names a Python with librosa.
 */
export async function separation(): Promise<void> {
  const clip = speechLike(sampleRate, SECONDS);
  const spectrum = stft(clip);
  const { real, imag, shape } = spectrum;
  const magnitudes = { data: real.map((re, i) => Math.hypot(re, imag[i])), shape };
  const mel = melspectrogram(clip, { sampleRate });
  const cepstrum = mfcc(clip, { sampleRate });
  const ours = {
    'decompose.hpss': await measure(() => decompose.hpss(spectrum), { repeats: 40 }),
    harmonic: await measure(() => harmonic(clip), { repeats: 40 }),
    griffinlim: await measure(() => griffinlim(magnitudes), { repeats: 10 }),
    melToStft: await measure(() => inverse.melToStft(mel, { sampleRate }), { repeats: 10 }),
    mfccToAudio: await measure(() => inverse.mfccToAudio(cepstrum, { sampleRate }), {
      repeats: 10,
    }),
  };
  const librosa = await pythonTimings('separation.py', clip);
  const rows = Object.entries(ours).map(([name, mine]) => {
    const cells = [name, formatTime(mine.minimum), formatTime(mine.median)];
    if (typeof librosa === 'string') return [...cells, librosa, '', ''];
    const { [name]: theirs } = librosa;
    const ratio = (theirs.minimum / mine.minimum).toFixed(2);
    return [...cells, formatTime(theirs.minimum), formatTime(theirs.median), ratio];
  });
  printTable([['3 s, one thread', 'minimum', 'median', 'librosa', 'median', '× minimum'], ...rows]);
}
