import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Classifier } from '@ser/model';
import { LinearClassifier } from '@ser/model/linear';
import { publishedModel } from '@ser/ravdess-data/model';
import { loadRecognizer } from '@ser/recognizer';
import * as tf from '@tensorflow/tfjs-core';
import { denseSoftmax } from './dense-softmax.ts';
import { formatTime, measure, printTable, type Timing } from './measure.ts';

const run = promisify(execFile);

/** What the recogniser is held against. */
const SECONDS = 2.5;
/** Seconds between the windows of `listen`. */
const HOP = 0.5;
const REPEATS = 60;

/** From samples to scores, on one core, beside the nearest things that can be installed. */
export async function recognizer(): Promise<void> {
  const recognizer = await loadRecognizer();
  const recognize = (sampleRate: number, versions: boolean): Promise<Timing> => {
    const samples = babble(SECONDS * sampleRate, sampleRate);
    const options = { versions };
    return measure(() => recognizer.recognize({ samples, sampleRate }, options), {
      repeats: REPEATS,
      warmUps: 10,
    });
  };
  const whole = {
    '48 kHz, three speeds': await recognize(48_000, true),
    '16 kHz, three speeds': await recognize(16_000, true),
    '48 kHz, as it is': await recognize(48_000, false),
    '16 kHz, as it is': await recognize(16_000, false),
  };
  const base = whole['48 kHz, three speeds'];
  const row = (name: string, timing: Timing, unit: Timing): string[] => [
    name,
    formatTime(timing.minimum),
    formatTime(timing.median),
    (timing.minimum / unit.minimum).toFixed(2),
  ];
  const { times: smile, missing } = await openSmile();
  printTable([
    [`${SECONDS} s of samples`, 'minimum', 'median', 'of the first'],
    ...Object.entries(whole).map(([name, timing]) => row(`recognize, ${name}`, timing, base)),
    ...Object.entries(smile).map(([name, timing]) => row(`${name} (features alone)`, timing, base)),
  ]);
  if (missing) console.log(`not measured: openSMILE (${missing})`);
  const share = whole['48 kHz, as it is'].minimum / (1000 * HOP);
  console.log(
    `A live window every ${HOP} s, as it is: ${(100 * share).toFixed(1)} % of one core.\n`,
  );
  recognizer.dispose();
  await scoring(row);
  console.log(
    "\nnot measured: transformers.js' pipeline for audio (no package ships a model for it; they come " +
      'from a hub, and begin at some 90 MB)\n',
  );
  await firstAnswer();
}

/** Features to scores: the same layer, in four programs. */
async function scoring(
  row: (name: string, timing: Timing, unit: Timing) => string[],
): Promise<void> {
  const linear = await LinearClassifier.load(publishedModel);
  const example = Float32Array.from({ length: linear.features }, (_, i) => Math.sin(i));
  const options = { repeats: 300, warmUps: 50 };
  const ours = await measure(() => linear.predict([example]), options);
  const peers: Record<string, Timing> = {};
  for (const backend of ['wasm', 'cpu']) {
    await tf.setBackend(backend);
    const classifier = await Classifier.load(publishedModel);
    peers[`Classifier, tfjs ${backend}`] = await measure(
      () => classifier.predict([example]),
      options,
    );
    classifier.dispose();
  }
  const session = await denseSoftmax(linear);
  peers['onnxruntime-web, wasm, one thread'] = await measure(() => session.run(example), options);
  printTable([
    ['features to scores', 'minimum', 'median', 'of the first'],
    row('LinearClassifier, without tfjs', ours, ours),
    ...Object.entries(peers).map(([name, timing]) => row(name, timing, ours)),
  ]);
}

/** A process that starts, loads what is built, and answers once. */
async function firstAnswer(): Promise<void> {
  const rows: string[][] = [];
  for (const [name, file] of [
    ['@ser/recognizer', './first-answer/recognizer.ts'],
    ['@ser/features, Classifier, tfjs wasm', './first-answer/classifier.ts'],
  ]) {
    const times: number[] = [];
    for (let i = 0; i < 7; i++) {
      try {
        // Without the condition @ser/source: what users load is built.
        const { stdout } = await run(process.execPath, [
          fileURLToPath(new URL(file, import.meta.url)),
        ]);
        times.push(Number(stdout));
      } catch (error) {
        const why = String(error).match(/Cannot find module/)
          ? 'run `npx -y pnpm@12 build` first'
          : String(error);
        console.log(`not measured: load to first answer (${why})`);
        return;
      }
    }
    times.sort((a, b) => a - b);
    rows.push([name, formatTime(times[0]), formatTime(times[3])]);
  }
  printTable([['load to first answer', 'minimum', 'median'], ...rows]);
}

/** Syllables of noise and tone: speech enough for every path. */
function babble(length: number, sampleRate: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length }, (_, i) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    const t = i / sampleRate;
    const tone = Math.sin(2 * Math.PI * (140 + 30 * Math.sin(5 * t)) * t);
    return Math.max(0, Math.sin(12 * t)) * (0.2 * tone + 0.02 * (state / 2 ** 31 - 1));
  });
}

interface Smile {
  times: Record<string, Timing>;
  missing?: string;
}

async function openSmile(): Promise<Smile> {
  const python = process.env.PYTHON ?? 'python3';
  const script = fileURLToPath(new URL('./peers/opensmile_functionals.py', import.meta.url));
  try {
    const { stdout } = await run(python, [script, String(SECONDS), '16000']);
    return { times: JSON.parse(stdout).milliseconds };
  } catch (error) {
    const missing =
      error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
    return { times: {}, missing };
  }
}
