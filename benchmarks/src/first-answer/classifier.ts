import { speechLike } from './speech-like.ts';

const start = performance.now();
const [features, { Classifier }, { publishedModel }, tf] = await Promise.all([
  import('@ser/features'),
  import('@ser/model'),
  import('@ser/ravdess-data/model'),
  import('@tensorflow/tfjs-core'),
  import('@tensorflow/tfjs-backend-wasm'),
]);
await tf.setBackend('wasm');
const classifier = await Classifier.load(publishedModel);
const extractor = features.createExtractor(features.parseExtractorConfig(classifier.extractor));
const audio = speechLike();
const random = (): number => 0;
const versions = features
  .parseVariantConfigs(classifier.testVariants)
  .map((variant) => features.extractVariant(extractor, audio, variant, { random }));
await classifier.predictVersions([[extractor.extract(audio), ...versions]]);
console.log(performance.now() - start);
