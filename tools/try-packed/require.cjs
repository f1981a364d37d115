// Runs in an empty project beside the packed tarballs; see main.ts. Node 20.19 and newer can require
// ES modules, so that programs in CommonJS have the packages too.
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');

const NAMES = {
  '@ser/cli': 'createProgram',
  '@ser/corpus': 'decodeWav',
  '@ser/corpus/node': 'fromDirectory',
  '@ser/eval': 'accuracyScore',
  '@ser/eval/plots': 'confusionMatrixSvg',
  '@ser/experiment': 'RECIPES',
  '@ser/features': 'mfcc',
  '@ser/features/node': 'extractAll',
  '@ser/model': 'buildModel',
  '@ser/model/linear': 'LinearClassifier',
  '@ser/model/node': 'folderStore',
  '@ser/ravdess': 'parseFilename',
  '@ser/ravdess/node': 'fromZip',
  '@ser/ravdess-data': 'summary162Url',
  '@ser/ravdess-data/model': 'publishedModel',
  '@ser/ravdess-data/node': 'readSummary162',
  '@ser/recognizer': 'loadRecognizer',
  '@ser/wasm-training': 'enableWasmTraining',
};

for (const [entry, name] of Object.entries(NAMES)) {
  assert.notEqual(require(entry)[name], undefined, `${entry} has no ${name}`);
}

async function hear() {
  const recognizer = await require('@ser/recognizer').loadRecognizer();
  const [best] = await recognizer.recognize(readFileSync('voice.wav'));
  console.log(`CommonJS requires ${Object.keys(NAMES).length} entries, and hears ${best.label}.`);
}
hear();
