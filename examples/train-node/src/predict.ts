// Names the emotion in a WAV file: node predict.ts voice.wav [FOLDER], with the model that train.ts
// saved in FOLDER, `model` unless given.
import { readFile } from 'node:fs/promises';
import { decodeWav } from '@ser/corpus';
import {
  createExtractor,
  extractVariant,
  parseExtractorConfig,
  parseVariantConfigs,
} from '@ser/features';
import { Classifier } from '@ser/model';
import { folderStore } from '@ser/model/node';
import '@tensorflow/tfjs-backend-wasm';
import { setBackend } from '@tensorflow/tfjs-core';

const [file, folder = 'model'] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node predict.ts voice.wav [FOLDER]');
  process.exit(2);
}
// What goes wrong is said in a line: tfjs' own handler would print its source.
process.prependListener('uncaughtException', ({ message }) => {
  console.error(message);
  process.exit(1);
});

const bytes = await readFile(file);
await setBackend('wasm');
const classifier = await Classifier.load(folderStore(folder));
const extractor = createExtractor(parseExtractorConfig(classifier.extractor));

const audio = decodeWav(bytes, { name: file });
// Some models score a clip at other speeds, too, where nothing is random.
const variants = parseVariantConfigs(classifier.testVariants ?? []).map((variant) =>
  extractVariant(extractor, audio, variant, { random: () => 0.5 }),
);
const versions = [extractor.extract(audio), ...variants];
const [{ label, scores }] = await classifier.predictVersions([versions]);
console.log(label);
console.log(scores);
