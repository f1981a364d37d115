import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinearClassifier } from '../linear/linear-classifier.ts';
import { folderStore } from '../node/folder-store.ts';
import type { Any, Hostile } from './hostile-files.ts';
import { changed, saveLinear } from './save-linear.ts';

/** Files for `LinearClassifier`. */
export const LINEAR: Hostile = {
  'a layer of 5e7 units': () =>
    load((json) => {
      json.modelTopology.config.layers[0].config.units = 5e7;
    }),
  'a layer of 5e7 units without a bias, and weights of that shape': () =>
    load((json) => {
      const { config } = json.modelTopology.config.layers[0];
      Object.assign(config, { units: 5e7, use_bias: false });
      const [kernel] = json.weightsManifest[0].weights;
      json.weightsManifest[0].weights = [{ ...kernel, shape: [5, 5e7] }];
    }),
  'an input of 6e7 values': () =>
    load((json) => {
      json.modelTopology.config.layers[0].config.batch_input_shape = [null, 6e7];
    }),
  'a million labels': () =>
    load((json) => {
      json.userDefinedMetadata.ser.labels = new Array(1e6).fill('a');
    }),
  'a scaler of a million numbers': () =>
    load((json) => {
      const mean = new Array(1e6).fill(0);
      json.userDefinedMetadata.ser.scaler = { mean, scale: mean.fill(1) };
    }),
  'a scaler of 4e9 numbers': () =>
    load((json) => {
      json.userDefinedMetadata.ser.scaler = { mean: { length: 4e9 }, scale: { length: 4e9 } };
    }),
  'a model.json of a gibibyte': () => inFolder('model.json', 2 ** 30),
  'weights of a tebibyte': () => inFolder('weights.bin', 2 ** 40),
};

async function load(change: (json: Any) => void): Promise<void> {
  const { classifier, store } = await saveLinear();
  classifier.dispose();
  await LinearClassifier.load(await changed(store, change));
}

/** Loads from a folder in which one file has a hole of many bytes, which takes no disk. */
async function inFolder(file: string, size: number): Promise<void> {
  const { classifier, store } = await saveLinear();
  classifier.dispose();
  const folder = await mkdtemp(join(tmpdir(), 'ser-hostile-'));
  try {
    for (const [name, bytes] of store.files) await writeFile(join(folder, name), bytes);
    await truncate(join(folder, file), size);
    await LinearClassifier.load(folderStore(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}
