// Called in a process of its own, with limits. Each function gives a loader a stranger's files.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Classifier } from '../classifier/classifier.ts';
import { ModelError } from '../model-error.ts';
import { graph, type Hostile, input, layer, saved } from './hostile-files.ts';
import { LARGE } from './hostile-large.ts';
import { LINEAR } from './hostile-linear.ts';
import { ODD_METADATA } from './hostile-metadata.ts';
import { ODD_TOPOLOGIES } from './hostile-topologies.ts';
import { ODD_WEIGHTS } from './hostile-weights.ts';

/** All that a stranger may send: files of some size, and files that contradict themselves. */
export const HOSTILE: Readonly<Record<string, Hostile>> = {
  LARGE,
  LINEAR,
  ODD: { ...ODD_TOPOLOGIES, ...ODD_WEIGHTS, ...ODD_METADATA },
};

setFlagsFromString('--expose-gc');
/** Frees what earlier files have left, so that the peak of memory is that of one file. */
const collectGarbage = runInNewContext('gc') as () => void;

/** What a file's loader threw, and the processor seconds that it took. */
export interface Outcome {
  name: string;
  thrown: string;
  cpuSeconds: number;
}

/** Loads all files of a kind. */
export async function runKind(kind: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, run] of Object.entries(HOSTILE[kind])) {
    collectGarbage();
    const before = process.cpuUsage();
    const thrown = await run().then(
      () => 'nothing',
      (error) => (ModelError.isInstance(error) ? error.code : `${error}`),
    );
    const { user, system } = process.cpuUsage(before);
    outcomes.push({ name, thrown, cpuSeconds: (user + system) / 1e6 });
  }
  return outcomes;
}

/**
 * Loads a model of nearly as many layers as there may be, each with two inputs, in the order that
 * takes longest.
 */
export async function loadLargest(): Promise<string> {
  const layersOf = 1990;
  const sums = Array.from({ length: layersOf }, (_, i) =>
    layer('Add', `s${i}`, i === 0 ? ['in', 'in'] : [`s${i - 1}`, 'in']),
  );
  const scores = layer('Softmax', 'scores', `s${layersOf - 1}`);
  const store = await saved();
  const json = JSON.parse(new TextDecoder().decode(store.files.get('model.json')));
  json.modelTopology = graph([input(), scores, ...sums.toReversed()], 'scores');
  json.weightsManifest[0].weights = [];
  json.userDefinedMetadata.ser.labels = ['a', 'b', 'c', 'd'];
  json.userDefinedMetadata.ser.weightsSha256 = '';
  await store.write('model.json', new TextEncoder().encode(JSON.stringify(json)));
  await store.write('weights.bin', new Uint8Array());
  const classifier = await Classifier.load(store);
  const [{ label }] = await classifier.predict([Float32Array.of(0, 0, 1e-6, 0)]);
  return label;
}
