import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { buildModel } from '@ser/model';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import { formatTime, measure, printTable, type Timing } from './measure.ts';

const BATCH = 64;
/** tfjs' cpu backend takes a minute a step; its time grows with the batch. */
const CPU_BATCH = 4;

/**
 * The reference CNN at batch 64: forward passes with and without @ser/wasm-training, and a step with
 * tfjs' own Adam here and on tfjs' other backends, as multiples of our forward pass on one thread.
 */
export async function trainingElsewhere(): Promise<void> {
  tf.enableProdMode();
  await tf.setBackend('wasm');
  const plain = await forwardPass();
  const disable = enableWasmTraining(tf, { threads: 1 });
  const forward = await forwardPass();
  const step = await fullStep(BATCH, 20);
  disable();
  await tf.setBackend('cpu');
  // One step, not warmed up: it is a thousand times longer than any start-up.
  const cpu = await fullStep(CPU_BATCH, 1);
  const scaled = (cpu.minimum * BATCH) / CPU_BATCH;
  const node = await tfjsNode();
  const row = (name: string, timing: Timing): string[] => {
    const multiple = timing.minimum / forward.minimum;
    return [name, formatTime(timing.minimum), formatTime(timing.median), multiple.toFixed(2)];
  };
  printTable([
    ['reference CNN, batch 64', 'minimum', 'median', '× forward'],
    row('forward, tfjs wasm alone', plain),
    row('forward, with @ser/wasm-training, one thread', forward),
    row("step, tfjs' Adam, one thread", step),
    row(`step, tfjs cpu (${CPU_BATCH} examples, scaled)`, { minimum: scaled, median: scaled }),
    ...('missing' in node ? [] : [row('step, tfjs-node, native', node.step)]),
  ]);
  if ('missing' in node) console.log(`not measured: tfjs-node (${node.missing})`);
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

async function forwardPass(): Promise<Timing> {
  const model = buildModel();
  const { x, y } = inputs(BATCH);
  const timing = await measure(() => tf.tidy(() => (model.predict(x) as tf.Tensor).dataSync()), {
    repeats: 25,
  });
  tf.dispose([x, y]);
  model.dispose();
  return timing;
}

/** One `trainOnBatch` with tfjs' own Adam. */
async function fullStep(batch: number, repeats: number): Promise<Timing> {
  const model = buildModel();
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
