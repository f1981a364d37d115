// Trains the reference CNN on speech and song of RAVDESS' actors 1 to 20 and tests it on 21 to 24.
// node train.ts [FOLDER] [EPOCHS]; the model is saved in FOLDER, `model` unless given.
import { formatReport, holdoutSplit, trainTestSplit } from '@ser/eval';
import { predictRows, readParquet, score, selectRows } from '@ser/experiment';
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
if (!/^[1-9]\d*$/.test(epochs)) {
  console.error('usage: node train.ts [FOLDER] [EPOCHS], with a whole number of epochs');
  process.exit(2);
}
// What goes wrong is said in a line: tfjs' own handler would print its source.
process.prependListener('uncaughtException', ({ message }) => {
  console.error(message);
  process.exit(1);
});

const seed = 0;
tf.enableProdMode();
enableWasmTraining(tf);
await tf.setBackend('wasm');

// 162 features of each clip as it is, without the table's variants of it.
const all = await readParquet('ravdess-summary162.parquet', await readSummary162());
const isOriginal = all.rows.flatMap(({ variant }, i) => (variant === 'original' ? [i] : []));
const table = selectRows(all, isOriginal);
const { labels, extractor, names, rows } = table;

// Whole actors are tested; of the other clips 15 % choose when to stop.
const options = { seed, testSpeakers: SPEAKERS.holdout, validationSpeakers: 0 };
const { train: known, test } = holdoutSplit(rows, options);
const drawn = trainTestSplit(known.length, { testSize: 0.15, seed });
const sorted = (indices: number[]) => indices.map((i) => known[i]).sort((a, b) => a - b);

// The scaler and the class weights see training rows alone.
const train = sorted(drawn.train);
const scaler = StandardScaler.fit(selectRows(table, train).x, names.length);
const dataset = (indices: number[]) => ({
  x: scaler.transform(selectRows(table, indices).x),
  y: indices.map((i) => labels.indexOf(rows[i].label)),
});
const examples = dataset(train);

const model = buildModel({ batchNormMomentum: 0.9, seed });
await fit(model, examples, {
  epochs: Number(epochs),
  batchSize: 64,
  seed,
  validation: dataset(sorted(drawn.test)),
  classWeight: classWeights(examples.y, labels.length),
  callbacks: [
    earlyStopping({ patience: 6, restoreBestWeights: true }),
    reduceLrOnPlateau({ factor: 0.2, patience: 3, minLr: 1e-6 }),
    { name: 'print', onEpochEnd: ({ epoch, loss }) => console.log(`epoch ${epoch + 1}: ${loss}`) },
  ],
});

const classifier = new Classifier({ model, labels, scaler, extractor });
const { weightsSha256 } = await classifier.save(folderStore(folder));
const { report, accuracy } = score(
  await predictRows(classifier, table, test, { fold: 1, seed }),
  labels,
);
console.log(formatReport(report));
console.log(`accuracy ${accuracy.toFixed(3)}, weights ${weightsSha256}`);
