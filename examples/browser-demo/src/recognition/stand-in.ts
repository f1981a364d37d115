// Goes as soon as @ser/recognizer exports loadRecognizer.

import { decodeWav } from '@ser/corpus';
import {
  createExtractor,
  extractVariant,
  parseExtractorConfig,
  parseVariantConfigs,
} from '@ser/features';
import { LinearClassifier } from '@ser/model/linear';
import { publishedModel } from '@ser/ravdess-data/model';
import type { Audio, Recognition, Recognizer } from '@ser/recognizer';

export async function loadRecognizer(): Promise<Recognizer> {
  const classifier = await LinearClassifier.load(publishedModel);
  const extractor = createExtractor(parseExtractorConfig(classifier.extractor));
  const variants = parseVariantConfigs(classifier.testVariants);
  const random = () => 0.5;
  async function recognize(input: unknown, { versions = true } = {}): Promise<Recognition> {
    const audio: Audio = input instanceof Uint8Array ? decodeWav(input) : (input as Audio);
    let energy = 0;
    for (const sample of audio.samples) energy += sample * sample;
    const speech = energy / audio.samples.length > 1e-6;
    const facts = { speech, familiar: null, distance: null };
    if (!speech) return Object.assign([], facts);
    const clip = [
      extractor.extract(audio),
      ...(versions ? variants.map((v) => extractVariant(extractor, audio, v, { random })) : []),
    ];
    const [{ scores }] = await classifier.predictVersions([clip]);
    const sorted = Object.entries(scores).map(([label, score]) => ({ label, score }));
    return Object.assign(
      sorted.sort((a, b) => b.score - a.score),
      facts,
    );
  }
  async function* windows(
    input: unknown,
    { length = 3, hop = 1, versions = true } = {},
  ): AsyncGenerator<never> {
    const pieces = (
      Symbol.asyncIterator in (input as object) ? input : [input]
    ) as AsyncIterable<Audio>;
    let held = new Float32Array(0);
    let start = 0;
    let rate = 0;
    const one = async (samples: Float32Array) => {
      const found = await recognize({ samples, sampleRate: rate }, { versions });
      return {
        start,
        end: start + samples.length / rate,
        scores: [...found],
        speech: found.speech,
        familiar: null,
      } as never;
    };
    for await (const { samples, sampleRate } of pieces) {
      rate = sampleRate;
      const joined = new Float32Array(held.length + samples.length);
      joined.set(held);
      joined.set(samples, held.length);
      held = joined;
      while (held.length >= length * rate) {
        yield await one(held.slice(0, length * rate));
        held = held.slice(Math.round(hop * rate));
        start += hop;
      }
    }
    if (start === 0 && held.length > 0) yield await one(held);
  }
  return {
    labels: classifier.labels,
    sampleRate: extractor.config.sampleRate,
    names: extractor.names,
    voice: undefined,
    recognize,
    windows,
  } as unknown as Recognizer;
}
