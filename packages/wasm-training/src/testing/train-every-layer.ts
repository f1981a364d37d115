// Runs in a process of its own, with nothing but what the README installs.
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import {
  input,
  type layers as Layers,
  type LayersModel,
  layers,
  model,
  sequential,
} from '@tensorflow/tfjs-layers';
import { enableWasmTraining } from '../enable-wasm-training.ts';

import { chains, image, merges, sequence } from './every-layer.ts';

type Layer = Layers.Layer;

/** What stands before a layer, so that a gradient goes through it. */
function before(shape: number[]): Layer {
  if (shape.length === 4)
    return layers.conv3d({ inputShape: shape, filters: shape[3], kernelSize: 1 });
  if (shape.length === 3)
    return layers.conv2d({ inputShape: shape, filters: shape[2], kernelSize: 1 });
  return layers.dense({ inputShape: shape, units: shape[shape.length - 1] });
}

function merged(build: () => Layer): LayersModel {
  const rows = input({ shape: [4] });
  const branches = [1, 2].map(() => layers.dense({ units: 4 }).apply(rows));
  return model({ inputs: rows, outputs: build().apply(branches as never) as never });
}
/** Predicts, and fits one step. @returns What went wrong, or 'works'. */
async function tryModel(build: () => LayersModel, x?: tf.Tensor): Promise<string> {
  try {
    const built = build();
    built.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: [] });
    x ??= tf.randomNormal([2, ...(built.inputs[0].shape.slice(1) as number[])], 0, 1, 'float32', 1);
    const y = built.predict(x) as tf.Tensor;
    const target = tf.zeros(y.shape);
    const { history } = await built.fit(x, target, { epochs: 1, verbose: 0 });
    const loss = history.loss[0] as number;
    return Number.isFinite(loss) ? 'works' : `loss ${loss}`;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

/** Every layer of tfjs-layers: what it says when it predicts and fits. */
export async function trainEveryLayer(): Promise<Record<string, string>> {
  enableWasmTraining(tf, { threads: 1 });
  await tf.setBackend('wasm');
  const results: [string, string][] = [];
  for (const { name, shape, build } of chains) {
    results.push([name, await tryModel(() => sequential({ layers: [before(shape), build()] }))]);
  }
  for (const [name, build] of Object.entries(merges)) {
    results.push([name, await tryModel(() => merged(build))]);
  }
  for (const [name, build, x] of firsts()) results.push([name, await tryModel(build, x)]);
  return Object.fromEntries(results);
}

/** Layers that stand at the front, since no gradient goes through them or their input is an index. */
function firsts(): [string, () => LayersModel, tf.Tensor][] {
  const flat = (first: Layer): LayersModel =>
    sequential({ layers: [first, layers.flatten(), layers.dense({ units: 2 })] });
  const images = tf.randomNormal([2, ...image], 0, 1, 'float32', 1);
  return [
    [
      'embedding',
      () => flat(layers.embedding({ inputDim: 7, outputDim: 3, inputLength: 4 })),
      tf.tensor2d([1, 2, 3, 4, 6, 6, 0, 1], [2, 4]),
    ],
    [
      'masking, in front',
      () =>
        sequential({
          layers: [layers.masking({ inputShape: sequence }), layers.lstm({ units: 3 })],
        }),
      tf.randomNormal([2, ...sequence], 0, 1, 'float32', 1),
    ],
    [
      'centerCrop, in front',
      () => flat(layers.centerCrop({ inputShape: image, height: 4, width: 4 })),
      images,
    ],
    [
      'categoryEncoding, in front',
      () => {
        const encoding = { inputShape: [1], numTokens: 4, outputMode: 'oneHot' as const };
        return sequential({
          layers: [layers.categoryEncoding(encoding), layers.dense({ units: 2 })],
        });
      },
      tf.tensor2d([1, 2], [2, 1], 'int32'),
    ],
    [
      'randomWidth, in front',
      () => flat(layers.randomWidth({ inputShape: image, factor: 0.5, seed: 1 } as never)),
      images,
    ],
    [
      'resizing, in front',
      () => flat(layers.resizing({ inputShape: image, height: 4, width: 4 })),
      images,
    ],
  ];
}
