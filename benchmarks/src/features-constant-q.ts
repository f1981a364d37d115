import { chromaCqt, cqt, hybridCqt, tonnetz, vqt } from '@ser/features';
import { formatTime, measure, printTable } from './measure.ts';
import { pythonTimings } from './python-timings.ts';

const RATE = 22050;
const SECONDS = 3;
const REPEATS = 200;

/**
 * Constant-Q transforms of a clip of 3 seconds on one thread, beside librosa on the same samples.
 * `PYTHON` names a Python with librosa.
 */
export async function constantQ(): Promise<void> {
  const clip = harmonics();
  const options = { sampleRate: RATE };
  const calls: Record<string, () => unknown> = {
    cqt: () => cqt(clip, options),
    vqt: () => vqt(clip, options),
    hybridCqt: () => hybridCqt(clip, options),
    chromaCqt: () => chromaCqt(clip, options),
    tonnetz: () => tonnetz(clip, options),
  };
  const peer = await pythonTimings('constant_q.py', clip);
  const rows: string[][] = [];
  for (const [name, call] of Object.entries(calls)) {
    const mine = await measure(call, { repeats: REPEATS, warmUps: 30 });
    const theirs = typeof peer === 'string' ? undefined : peer[name];
    rows.push([
      name,
      formatTime(mine.minimum),
      formatTime(mine.median),
      ...(theirs
        ? [theirs.minimum, theirs.median].map(formatTime)
        : [typeof peer === 'string' ? peer : '', '']),
      theirs ? (theirs.minimum / mine.minimum).toFixed(2) : '',
      theirs ? (theirs.median / mine.median).toFixed(2) : '',
    ]);
  }
  const head = ['minimum', 'median', 'librosa: minimum', 'median', '× minimum', '× median'];
  printTable([['one thread', ...head], ...rows]);
}

/** A gliding harmonic tone with pauses. */
function harmonics(): Float32Array {
  return Float32Array.from({ length: SECONDS * RATE }, (_, i) => {
    const t = i / RATE;
    const phase = 2 * Math.PI * (120 * t + 20 * Math.sin(3 * t));
    let tone = 0;
    for (let k = 1; k <= 12; k++) tone += Math.sin(k * phase) / k;
    return 0.2 * Math.max(0.001, Math.sin(5 * t)) * tone;
  });
}
