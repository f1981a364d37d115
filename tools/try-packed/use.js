// Runs in an empty project beside the packed tarballs; see main.ts.
import assert from 'node:assert/strict';
import '@tensorflow/tfjs-backend-wasm';
import { decodeWav } from '@ser/corpus';
import { fromDirectory as anyDirectory } from '@ser/corpus/node';
import { accuracyScore } from '@ser/eval';
import { confusionMatrixSvg } from '@ser/eval/plots';
import { RECIPES, readParquet } from '@ser/experiment';
import { createExtractor, presets } from '@ser/features';
import { extractAll } from '@ser/features/node';
import { buildModel, Classifier, chooseBackend, fit } from '@ser/model';
import { folderStore } from '@ser/model/node';
import { EMOTIONS, parseFilename } from '@ser/ravdess';
import { fromDirectory, fromZip } from '@ser/ravdess/node';
import { readSummary162 } from '@ser/ravdess-data/node';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';

assert.equal(accuracyScore([1, 2], [1, 1]), 0.5);
assert.equal(parseFilename('03-01-05-01-01-01-01.wav').emotion, 'angry');
assert.throws(() => decodeWav(new Uint8Array(4)), { name: 'CorpusError', code: 'not-wav' });
await assert.rejects(fromDirectory('nowhere').next(), { code: 'no-such-path' });
await assert.rejects(anyDirectory('nowhere', { describe: () => ({}) }).next(), {
  code: 'no-such-path',
});
await assert.rejects(fromZip('use.js').next(), { code: 'bad-zip' });
assert.match(
  confusionMatrixSvg(
    [
      [1, 0],
      [0, 1],
    ],
    ['calm', 'sad'],
  ),
  /^<svg/,
);

const extractor = createExtractor(presets.summary162);
const samples = Float32Array.from({ length: 4 * 22050 }, (_, i) => Math.sin(i / 20));
const features = extractor.extract({ samples, sampleRate: 22050 });
assert.equal(features.length, 162);
const clips = [{ id: 'sine', samples, sampleRate: 22050 }];
for await (const { values } of extractAll(clips, presets.summary162, { workers: 1 })) {
  assert.deepEqual(values, features);
}

const table = await readParquet('summary162', await readSummary162());
assert.equal(table.rows.length, 7356);
assert.deepEqual(table.labels, EMOTIONS);
assert.equal(RECIPES.get('baseline').features, 'summary162');

enableWasmTraining(tf);
assert.equal((await chooseBackend('wasm')).backend, 'wasm');
const model = buildModel({ batchNormMomentum: 0.9 });
const [{ loss }] = await fit(model, { x: features, y: [3] }, { epochs: 1 });
assert.ok(Number.isFinite(loss));
const classifier = new Classifier({ model, labels: EMOTIONS });
await classifier.save(folderStore('saved'));
const [prediction] = await (await Classifier.load(folderStore('saved'))).predict([features]);
assert.ok(EMOTIONS.includes(prediction.label));

// Recurrent layers' default initializers call methods of tensors that tfjs' union package adds.
for (const recurrent of [layers.lstm, layers.gru, layers.simpleRNN]) {
  const own = sequential();
  own.add(layers.bidirectional({ inputShape: [5, 2], layer: recurrent({ units: 3 }) }));
  own.add(layers.dense({ units: 2, activation: 'softmax' }));
  const data = { x: Float32Array.from({ length: 20 }, (_, i) => Math.sin(i)), y: [0, 1] };
  const [logs] = await fit(own, data, { epochs: 1 });
  assert.ok(Number.isFinite(logs.loss));
  const store = folderStore(`saved-${recurrent.name}`);
  await new Classifier({ model: own, labels: ['calm', 'sad'] }).save(store);
  const [scored] = await (await Classifier.load(store)).predict([new Float32Array(10)]);
  assert.equal(Object.keys(scored.scores).length, 2);
}
console.log(`The packed packages install, import and train on Node ${process.version}.`);
