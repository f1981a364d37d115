// Trains the reference CNN on speech and song of RAVDESS' actors 1 to 20 and tests it on 21 to 24.
// node train.ts [FOLDER] [EPOCHS]; the model is saved in FOLDER, `model` unless given.
import {
  accuracyScore,
  classificationReport,
  formatReport,
  holdoutSplit,
  trainTestSplit,
} from '@ser/eval';
import { readParquet, selectRows } from '@ser/experiment';
import {
  buildModel,
  Classifier,
  classWeights,
  earlyStopping,
  fit,
  reduceLrOnPlateau,
  StandardScaler,
} from '@ser/model';
import { folderStore } from '@ser/model/node';
import { SPEAKERS } from '@ser/ravdess';
import { readSummary162 } from '@ser/ravdess-data/node';
import { enableWasmTraining } from '@ser/wasm-training';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

const [folder = 'model', epochs = '60'] = process.argv.slice(2);
const seed = 0;
tf.enableProdMode();
enableWasmTraining(tf);
await tf.setBackend('wasm');

// 162 features a row. The clips as they are, without the table's variants of them.
const all = await readParquet('ravdess-summary162.parquet', await readSummary162());
const table = selectRows(
  all,
  all.rows.flatMap(({ variant }, i) => (variant === 'original' ? [i] : [])),
);
const { labels, extractor, names } = table;

// Whole actors are held out; of the other rows 15 % choose when to stop.
const testSpeakers = SPEAKERS.holdout;
const { train: known, test } = holdoutSplit(table.rows, {
  seed,
  testSpeakers,
  validationSpeakers: 0,
});
const drawn = trainTestSplit(known.length, { testSize: 0.15, seed });
const sorted = (indices: number[]) => indices.map((i) => known[i]).sort((a, b) => a - b);
const [train, validation] = [sorted(drawn.train), sorted(drawn.test)];

// The scaler and the class weights see training rows alone.
const scaler = StandardScaler.fit(selectRows(table, train).x, names.length);
const dataset = (indices: number[]) => {
  const { x, rows } = selectRows(table, indices);
  return { x: scaler.transform(x), y: rows.map(({ label }) => labels.indexOf(label)) };
};
const examples = dataset(train);
const model = buildModel({ batchNormMomentum: 0.9, seed });
await fit(model, examples, {
  epochs: Number(epochs),
  batchSize: 64,
  seed,
  validation: dataset(validation),
  classWeight: classWeights(examples.y, labels.length),
  callbacks: [
    earlyStopping({ patience: 6 }),
    reduceLrOnPlateau({ factor: 0.2, patience: 3, minLr: 1e-6 }),
    { name: 'print', onEpochEnd: ({ epoch, loss }) => console.log(`epoch ${epoch + 1}: ${loss}`) },
  ],
});

const classifier = new Classifier({ model, labels, scaler, extractor });
const { weightsSha256 } = await classifier.save(folderStore(folder));
const tested = selectRows(table, test);
const yTrue = tested.rows.map(({ label }) => label);
const clips = yTrue.map((_, i) => tested.x.subarray(i * names.length, (i + 1) * names.length));
const yPred = (await classifier.predict(clips)).map(({ label }) => label);
console.log(formatReport(classificationReport(yTrue, yPred, { labels })));
console.log(`accuracy ${accuracyScore(yTrue, yPred).toFixed(3)}, weights ${weightsSha256}`);
