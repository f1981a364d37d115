import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createExtractor, praat } from '@ser/features';
import { formatTime, measure, printTable, type Timing } from './measure.ts';

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
  const peer = await parselmouth(samples);
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

/** What src/peers/voice.py prints, or why there is nothing. */
async function parselmouth(samples: Float32Array): Promise<Record<string, Timing> | string> {
  const folder = await mkdtemp(join(tmpdir(), 'ser-bench-'));
  try {
    const file = join(folder, 'samples.f32');
    await writeFile(file, Buffer.from(samples.buffer));
    const script = fileURLToPath(new URL('./peers/voice.py', import.meta.url));
    const python = process.env.PYTHON ?? 'python3';
    const { stdout } = await promisify(execFile)(python, [script, file]);
    return JSON.parse(stdout) as Record<string, Timing>;
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : error;
    return `not measured: ${reason}`;
  } finally {
    await rm(folder, { recursive: true });
  }
}
