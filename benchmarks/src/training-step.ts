import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildModel, type Callback, fit } from '@ser/model';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { formatTime, measure, printTable, summarise, type Timing } from './measure.ts';

const BATCH = 64;
/** tfjs' cpu backend takes a minute a step; its time grows with the batch. */
const CPU_BATCH = 4;

/**
 * One training step (forward, backward, Adam) of the reference CNN at batch 64, as multiples of
 * its forward pass, and what the same step takes elsewhere.
 */
export async function trainingStep(): Promise<void> {
  tf.enableProdMode();
  await tf.setBackend('wasm');
  const plain = await forwardPass(BATCH);
  const ours: Record<string, { forward: Timing; step: Timing; fitStep: Timing }> = {};
  for (const threads of new Set([1, Math.min(availableParallelism(), 4)])) {
    const disable = enableWasmTraining(tf, { threads });
    const name = `${threads} thread${threads > 1 ? 's' : ''}`;
    ours[name] = {
      forward: await forwardPass(BATCH),
      step: await fullStep(BATCH, 30),
      fitStep: await stepOfFit(BATCH, 30),
    };
    disable();
  }
  await tf.setBackend('cpu');
  // One step, not warmed up: it is a thousand times longer than any start-up.
  const cpu = await fullStep(CPU_BATCH, 1);
  const scaled = (cpu.minimum * BATCH) / CPU_BATCH;
  const node = await tfjsNode();
  const { stepMilliseconds: peers, missing } = await pythonPeers();
  if ('missing' in node) missing['tfjs-node'] = node.missing;
  else peers['tfjs-node, native'] = node.step;

  const [{ forward, step }] = Object.values(ours);
  const row = (name: string, timing: Timing): string[] => {
    const times = [formatTime(timing.minimum), formatTime(timing.median)];
    return [name, ...times, ratio(timing, forward), ratio(timing, step)];
  };
  printTable([
    ['reference CNN, batch 64', 'minimum', 'median', '× forward', '× step'],
    row('forward, tfjs wasm alone', plain),
    ...Object.entries(ours).map(([name, { forward }]) =>
      row(`forward, with @ser/wasm-training, ${name}`, forward),
    ),
    ...Object.entries(ours).map(([name, { step }]) => row(`step, tfjs' Adam, ${name}`, step)),
    ...Object.entries(ours).map(([name, { fitStep }]) =>
      row(`step, @ser/model's fit, ${name}`, fitStep),
    ),
    row(`step, tfjs cpu (${CPU_BATCH} examples, scaled)`, { minimum: scaled, median: scaled }),
    ...Object.entries(peers).map(([name, timing]) => row(`step, ${name}`, timing)),
  ]);
  console.log('Multiples are of our forward pass and our step on one thread, minimum of each.');
  for (const [name, reason] of Object.entries(missing)) {
    console.log(`not measured: ${name} (${reason})`);
  }
}

function ratio(a: Timing, b: Timing): string {
  return (a.minimum / b.minimum).toFixed(a.minimum / b.minimum < 0.1 ? 3 : 2);
}

function inputs(batch: number): { x: tf.Tensor; y: tf.Tensor } {
  return tf.tidy(() => {
    const labels = tf.tensor1d(
      Array.from({ length: batch }, (_, i) => i % 8),
      'int32',
    );
    return {
      x: tf.randomNormal([batch, 162, 1], 0, 1, 'float32', 1),
      y: tf.cast(tf.oneHot(labels, 8), 'float32'),
    };
  });
}

async function forwardPass(batch: number): Promise<Timing> {
  const model = buildModel();
  const { x, y } = inputs(batch);
  const timing = await measure(() => tf.tidy(() => (model.predict(x) as tf.Tensor).dataSync()), {
    repeats: 25,
  });
  tf.dispose([x, y]);
  model.dispose();
  return timing;
}

/** One `trainOnBatch` with tfjs' own Adam. */
async function fullStep(batch: number, repeats: number): Promise<Timing> {
  const model: LayersModel = buildModel();
  model.compile({ optimizer: tf.train.adam(1e-3), loss: 'categoricalCrossentropy' });
  const { x, y } = inputs(batch);
  const timing = await measure(() => model.trainOnBatch(x, y), {
    repeats,
    warmUps: repeats > 1 ? 3 : 0,
  });
  tf.dispose([x, y]);
  model.dispose();
  return timing;
}

/** A step inside of `fit`: batch, own Adam and the turn that it gives to timers included. */
async function stepOfFit(batch: number, repeats: number): Promise<Timing> {
  const warmUps = 3;
  const examples = batch * (warmUps + repeats);
  const x = Float32Array.from({ length: examples * 162 }, (_, i) => Math.sin(i * 1.7));
  const y = Array.from({ length: examples }, (_, i) => i % 8);
  const ends: number[] = [];
  const watch: Callback = { name: 'watch', onBatchEnd: () => void ends.push(performance.now()) };
  const model = buildModel();
  await fit(model, { x, y }, { epochs: 1, batchSize: batch, callbacks: [watch] });
  model.dispose();
  return summarise(
    ends
      .slice(1)
      .map((end, i) => end - ends[i])
      .slice(warmUps - 1),
  );
}

/**
 * The native backend, which is no dependency because it seldom installs:
 * `npx -y pnpm@12 --filter @ser/benchmarks add @tensorflow/tfjs-node`.
 */
async function tfjsNode(): Promise<{ step: Timing } | { missing: string }> {
  const name = '@tensorflow/tfjs-node';
  try {
    await import(name);
    await tf.setBackend('tensorflow');
    return { step: await fullStep(BATCH, 30) };
  } catch (error) {
    return { missing: (error as Error).message.split('\n')[0] };
  }
}

/** What src/peers/training_step.py prints. */
interface PythonPeers {
  stepMilliseconds: Record<string, Timing>;
  /** Why a peer was not measured. */
  missing: Record<string, string>;
}

/** The same step in the frameworks that Python has; `PYTHON` names another interpreter. */
async function pythonPeers(): Promise<PythonPeers> {
  const python = process.env.PYTHON ?? 'python3';
  const script = fileURLToPath(new URL('./peers/training_step.py', import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(python, [script]);
    return JSON.parse(stdout) as PythonPeers;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { stepMilliseconds: {}, missing: { Python: reason } };
  }
}
