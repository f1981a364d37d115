import { kaldi } from '@ser/features';
import { formatTime, measure, printTable, type Timing } from './measure.ts';
import { pythonTimings } from './python-timings.ts';

const RATE = 16_000;
const SECONDS = 3;

/**
 * Filter banks and cepstra of 3 seconds on one thread, beside kaldi-native-fbank on the same
 * samples. `PYTHON` names a Python with it.
 */
export async function featuresKaldi(): Promise<void> {
  const samples = Float32Array.from({ length: RATE * SECONDS }, (_, i) => {
    return 0.3 * Math.sin(i / 15) * Math.sin(i / 3000) + 0.01 * Math.sin(i * i);
  });
  const repeats = { repeats: 200, warmUps: 100 };
  const ours: Record<string, Timing> = {
    'kaldi.fbank, 80 bands': await measure(() => kaldi.fbank(samples, { numMelBins: 80 }), repeats),
    'kaldi.mfcc': await measure(() => kaldi.mfcc(samples), repeats),
  };
  const theirs = await pythonTimings('features_kaldi.py', samples);
  const rows = Object.entries(ours).map(([name, mine]) => {
    const cells = [name, formatTime(mine.minimum), formatTime(mine.median)];
    if (typeof theirs === 'string') return [...cells, theirs, '', '', ''];
    const { minimum, median } = theirs[name];
    const ratios = [minimum / mine.minimum, median / mine.median].map((ratio) => ratio.toFixed(2));
    return [...cells, formatTime(minimum), formatTime(median), ...ratios];
  });
  const peer = 'kaldi-native-fbank: minimum';
  printTable([
    ['one thread', 'minimum', 'median', peer, 'median', '× minimum', '× median'],
    ...rows,
  ]);
}
