import { createExtractor, praat } from '@ser/features';
import { formatTime, measure, printTable } from './measure.ts';
import { pythonTimings } from './python-timings.ts';

const RATE = 48_000;
const SECONDS = 3;

/**
 * Praat's measures of a clip of 3 seconds on one thread, beside Praat itself through parselmouth.
 * `voiceQuality` is jitter, shimmer and harmonicity with the pitch and the pulses that they need;
 * `all` has the formants too. `PYTHON` names a Python with parselmouth.
 */
export async function featuresVoice(): Promise<void> {
  const samples = speechLike();
  const options = { sampleRate: RATE };
  const { extractSamples } = createExtractor({ ...options, features: [{ kind: 'voiceQuality' }] });
  const calls: Record<string, () => unknown> = {
    pitch: () => praat.pitch(samples, options),
    pulses: () => praat.pulses(samples, options),
    harmonicity: () => praat.harmonicity(samples, options),
    formants: () => praat.formants(samples, options),
    voiceQuality: () => extractSamples(samples),
    all: () => [extractSamples(samples), praat.formants(samples, options)],
  };
  const peer = await pythonTimings('voice.py', samples);
  const rows: string[][] = [];
  for (const [name, call] of Object.entries(calls)) {
    const mine = await measure(call, { repeats: 20 });
    const cells = [name, formatTime(mine.minimum), formatTime(mine.median)];
    if (typeof peer === 'string') {
      rows.push([...cells, peer, '', '', '']);
      continue;
    }
    const { [name]: theirs } = peer;
    const ratios = [theirs.minimum / mine.minimum, theirs.median / mine.median];
    rows.push([
      ...cells,
      formatTime(theirs.minimum),
      formatTime(theirs.median),
      ...ratios.map((ratio) => ratio.toFixed(2)),
    ]);
  }
  printTable([
    ['one thread', 'minimum', 'median', 'Praat: minimum', 'median', '× minimum', '× median'],
    ...rows,
  ]);
}

/** Pulses of a gliding pitch through two resonances under noise, with pauses. */
function speechLike(): Float32Array {
  let state = 1;
  let phase = 0;
  const past = new Float64Array(4);
  return Float32Array.from({ length: RATE * SECONDS }, (_, i) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    const t = i / RATE;
    phase += (140 + 40 * Math.sin(3 * t)) / RATE;
    const pulse = phase >= 1 ? 1 : 0;
    phase -= pulse;
    const first = pulse + 1.982 * past[0] - 0.99 * past[1];
    const second = first + 1.955 * past[2] - 0.985 * past[3];
    past.set([first, past[0], second, past[2]]);
    const loud = Math.max(0, Math.sin(5 * t));
    return 0.002 * loud * second + 0.001 * (state / 2 ** 31 - 1);
  });
}
