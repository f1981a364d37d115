import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { type Callback, fit } from '@ser/model';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { formatTime, printTable, summarise, type Timing } from './measure.ts';
import { pythonTimings } from './python-timings.ts';

const BATCH = 32;
const STEPS = 100;
const FEATURES = 64;
const UNITS = 128;
const CLASSES = 8;

const KINDS = ['lstm', 'gru', 'simpleRNN'] as const;
type Kind = (typeof KINDS)[number];

/**
 * One step of `fit` (forward, backward, Adam) of a recurrent layer of 128 units on 32 sequences of
 * 100 frames of 64 features, with a dense layer of 8 classes behind it, and what the same step takes
 * elsewhere. Gates are sigmoids, as PyTorch's are. One thread everywhere.
 */
export async function recurrent(): Promise<void> {
  tf.enableProdMode();
  const rows: Record<string, Record<Kind, Timing>> = {};
  await tf.setBackend('wasm');
  const disable = enableWasmTraining(tf, { threads: 1 });
  rows['@ser/wasm-training'] = await everyKind(30);
  rows["the same, tfjs' own path"] = await everyKind(4, 'unfused');
  disable();
  await tf.setBackend('cpu');
  rows['tfjs cpu'] = await everyKind(1);

  const peers = await pythonTimings('recurrent.py');
  if (typeof peers !== 'string') {
    const [name] = Object.keys(peers)[0].split(':');
    const timings = KINDS.map((kind) => [kind, peers[`${name}: ${kind}`]]);
    rows[name] = Object.fromEntries(timings) as Record<Kind, Timing>;
  }
  const ours = rows['@ser/wasm-training'];
  printTable([
    ['step of fit, [32, 100, 64] to 128 units, 8 classes', ...KINDS.flatMap((kind) => [kind, '×'])],
    ...Object.entries(rows).map(([name, timings]) => [
      name,
      ...KINDS.flatMap((kind) => [
        formatTime(timings[kind].minimum),
        (timings[kind].minimum / ours[kind].minimum).toFixed(2),
      ]),
    ]),
  ]);
  console.log('Minima; multiples are of the first row.');
  if (typeof peers === 'string') console.log(peers);
}

async function everyKind(repeats: number, path?: 'unfused'): Promise<Record<Kind, Timing>> {
  const timings: [Kind, Timing][] = [];
  for (const kind of KINDS) timings.push([kind, await stepOfFit(build(kind, path), repeats)]);
  return Object.fromEntries(timings) as Record<Kind, Timing>;
}

function build(kind: Kind, path?: 'unfused'): LayersModel {
  const gates = kind === 'simpleRNN' ? {} : { recurrentActivation: 'sigmoid' as const };
  // An activation that no kernel knows, and that costs what tanh does.
  const activation = path === 'unfused' ? 'softsign' : 'tanh';
  const layer = layers[kind]({
    units: UNITS,
    inputShape: [STEPS, FEATURES],
    kernelInitializer: 'glorotUniform',
    recurrentInitializer: 'glorotUniform',
    activation,
    ...gates,
  });
  return sequential({ layers: [layer, layers.dense({ units: CLASSES, activation: 'softmax' })] });
}

/** A step inside of `fit`: batch, Adam and the turn that it gives to timers included. */
async function stepOfFit(model: LayersModel, repeats: number): Promise<Timing> {
  const warmUps = repeats > 1 ? 2 : 0;
  const examples = BATCH * (1 + warmUps + repeats);
  const size = examples * STEPS * FEATURES;
  const x = Float32Array.from({ length: size }, (_, i) => Math.sin(i * 1.7));
  const y = Array.from({ length: examples }, (_, i) => i % CLASSES);
  const ends: number[] = [];
  const watch: Callback = { name: 'watch', onBatchEnd: () => void ends.push(performance.now()) };
  await fit(model, { x, y }, { epochs: 1, batchSize: BATCH, callbacks: [watch] });
  model.dispose();
  return summarise(
    ends
      .slice(1)
      .map((end, i) => end - ends[i])
      .slice(warmUps),
  );
}
