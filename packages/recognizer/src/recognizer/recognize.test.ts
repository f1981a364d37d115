import { runInNewContext } from 'node:vm';
import { createExtractor, extractVariant } from '@ser/features';
import { LinearClassifier } from '@ser/model/linear';
import { describe, expect, it, vi } from 'vitest';
import { familiarityDistance } from '../familiarity/familiarity-distance.ts';
import { familiarityToJson } from '../familiarity/familiarity-json.ts';
import { fitFamiliarity } from '../familiarity/fit-familiarity.ts';
import { loadRecognizer } from '../load-recognizer.ts';
import {
  adaptableModel,
  CONFIG,
  EXTRACTOR,
  LABELS,
  SCALER,
  smallModel,
  sourceOf,
  VARIANTS,
} from '../testing/small-model.ts';
import { bufferOf, speak, toWav } from '../testing/speak.ts';
import type { RecognizeOptions } from './options.ts';
import type { LabelScore } from './recognition.ts';

const voice = speak();
const silence = { samples: new Float32Array(16_000), sampleRate: 16_000 };
const plain = await loadRecognizer({ source: sourceOf(smallModel()) });
const configured = await loadRecognizer({ source: sourceOf(adaptableModel()) });
const classifier = await LinearClassifier.load(sourceOf(smallModel()));
const extractor = createExtractor(EXTRACTOR);
const original = extractor.extract(voice);
const versions = [
  original,
  ...VARIANTS.map((variant) => extractVariant(extractor, voice, variant, { random: () => 0 })),
];

const near = (await plain.embed(voice)).map((value) => value + 0.5);
const far = near.map((value) => value - 1);
const conditions = fitFamiliarity(new Map([['original', [near, far]]]));

/** Scores in the order of the labels. */
const inOrder = (scores: readonly LabelScore[]): number[] =>
  LABELS.map((label) => scores.find((each) => each.label === label)?.score ?? Number.NaN);
const values = (scores: Record<string, number>): number[] => LABELS.map((label) => scores[label]);
/** Scores are float32 in the classifier. */
const FLOAT32 = { rtol: 1e-6, atol: 0 };

describe('recognize', () => {
  it('scores a sound and its versions as the classifier does', async () => {
    const [{ scores }] = await classifier.predictVersions([versions]);
    expect(inOrder(await plain.recognize(voice))).toBeAllclose(values(scores), FLOAT32);
  });

  it('scores the sound alone without versions', async () => {
    const [{ scores }] = await classifier.predict([original]);
    const found = inOrder(await plain.recognize(voice, { versions: false }));
    expect(found).toBeAllclose(values(scores), FLOAT32);
    expect(found).not.toEqual(inOrder(await plain.recognize(voice)));
  });

  it('gives every label once, sorted, and 1 in all', async () => {
    const scores = await plain.recognize(voice);
    expect(scores.map(({ label }) => label).sort()).toEqual([...LABELS].sort());
    const sorted = scores.map(({ score }) => score);
    expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
    // Three doubles are added.
    expect([sorted.reduce((sum, score) => sum + score)]).toBeAllclose([1], {
      rtol: 1e-15,
      atol: 0,
    });
  });

  it('divides the logits by the temperature of recognizer.json', async () => {
    const cold = inOrder(await plain.recognize(voice)).map((score) => score ** 0.5);
    const sum = cold.reduce((total, each) => total + each);
    const expected = cold.map((each) => each / sum);
    // Doubles through two powers.
    expect(inOrder(await configured.recognize(voice))).toBeAllclose(expected, {
      rtol: 1e-13,
      atol: 0,
    });
  });

  it.each([1, 2, 3, 99])('gives the %i highest', async (topK) => {
    const all = await plain.recognize(voice);
    expect([...(await plain.recognize(voice, { topK }))]).toEqual(all.slice(0, topK));
  });

  it('gives the same for a WAV and an AudioBuffer', async () => {
    const buffer = bufferOf([voice.samples], voice.sampleRate);
    expect(await plain.recognize(buffer)).toEqual(await plain.recognize(voice));
    const wav = toWav([voice.samples], voice.sampleRate);
    // 16 bits are some 1e-4 of these samples.
    const tolerance = { rtol: 0, atol: 1e-2 };
    const expected = inOrder(await plain.recognize(voice));
    expect(inOrder(await plain.recognize(wav))).toBeAllclose(expected, tolerance);
  });

  it('answers twice at once, and each time the same', async () => {
    const other = speak({ pitch: 220 });
    const [a, b, c] = await Promise.all([voice, other, voice].map((each) => plain.recognize(each)));
    expect(a).toEqual(c);
    expect(b).not.toEqual(a);
  });

  it('answers after other tasks had their turn', async () => {
    const order: string[] = [];
    const answer = plain.recognize(voice).then(() => order.push('answer'));
    setImmediate(() => order.push('task'));
    await answer;
    expect(order).toEqual(['task', 'answer']);
  });
});

describe('speech', () => {
  const empty = Object.assign([], { speech: false, familiar: null, distance: null });

  it('is not heard in silence, which has no emotion', async () => {
    const answer = await configured.recognize(silence);
    expect(answer).toEqual(empty);
    expect({ ...answer }).toEqual({ speech: false, familiar: null, distance: null });
  });

  it('is heard in a voice', async () => {
    expect((await plain.recognize(voice)).speech).toBe(true);
  });

  it('is not looked for with false', async () => {
    const answer = await plain.recognize(silence, { speech: false });
    expect(answer).toHaveLength(3);
    expect(answer.speech).toBe(true);
  });

  it.each([true, false])('is what a function says (%s), now or later', async (heard) => {
    const speech = vi.fn(() => heard);
    expect((await plain.recognize(voice, { speech })).speech).toBe(heard);
    expect((await plain.recognize(voice, { speech: async () => heard })).speech).toBe(heard);
    expect(speech).toHaveBeenCalledWith(voice);
  });

  it('throws what a function throws, and refuses an answer that is none', async () => {
    const speech = () => {
      throw new Error('no model');
    };
    await expect(plain.recognize(voice, { speech })).rejects.toThrow('no model');
    const odd = (() => 'yes') as unknown as () => boolean;
    await expect(plain.recognize(voice, { speech: odd })).rejects.toThrow("got 'yes'");
  });
});

describe('familiar', () => {
  it('is not known without recognizer.json', async () => {
    const { familiar, distance } = await plain.recognize(voice);
    expect([familiar, distance]).toEqual([null, null]);
  });

  it.each([
    [0.001, false],
    [1000, true],
  ])('is held against the threshold of recognizer.json, %f', async (threshold, familiar) => {
    const source = sourceOf(adaptableModel({ ...CONFIG, familiarity: { threshold } }));
    const answer = await (await loadRecognizer({ source })).recognize(voice);
    expect(answer.familiar).toBe(familiar);
    expect(answer.distance).toBeGreaterThan(0.001);
  });

  it('is the distance from the conditions of recognizer.json', async () => {
    const familiarity = { threshold: 1, conditions: familiarityToJson(conditions) };
    const source = sourceOf(adaptableModel({ ...CONFIG, familiarity }));
    const { distance, familiar } = await (await loadRecognizer({ source })).recognize(voice);
    expect(distance).toBe(familiarityDistance(await plain.embed(voice), conditions));
    expect(familiar).toBe(Number(distance) <= 1);
  });

  it('refuses conditions of another number of features', async () => {
    const json = familiarityToJson(
      fitFamiliarity(new Map([['x', [new Float32Array(5), new Float32Array(5)]]])),
    );
    const config = { ...CONFIG, familiarity: { threshold: 1, conditions: json } };
    await expect(loadRecognizer({ source: sourceOf(adaptableModel(config)) })).rejects.toThrow(
      'the conditions of recognizer.json must be of 4 features, got 5',
    );
  });
});

describe('refuses', () => {
  it.each<[string, unknown, string]>([
    ['no label', { topK: 0 }, '`topK` must be a whole number'],
    ['half a label', { topK: 1.5 }, '`topK`'],
    ['null labels', { topK: null }, '`topK`'],
    ['versions of a number', { versions: 1 }, '`versions` must be true or false, got 1'],
    ['speech of true', { speech: true }, '`speech` must be false, options of the gate'],
    ['speech of null', { speech: null }, '`speech`'],
    ['a signal that is none', { signal: {} }, '`signal` must be an AbortSignal'],
    ['options of null', null, '`options`'],
    ['options in a list', [], '`options`'],
    ['another option', { topk: 1 }, 'got topk (did you mean `topK`?)'],
  ])('%s', async (_, options, text) => {
    await expect(plain.recognize(voice, options as RecognizeOptions)).rejects.toThrow(
      expect.objectContaining({
        name: 'RecognizerError',
        code: 'bad-argument',
        message: expect.stringMatching(/^recognize: /),
      }),
    );
    await expect(plain.recognize(voice, options as RecognizeOptions)).rejects.toThrow(text);
  });

  it('a sound that it cannot take', async () => {
    const bare = voice.samples as unknown as Uint8Array;
    await expect(plain.recognize(bare)).rejects.toThrow('{ samples, sampleRate }');
  });
});

describe('signal', () => {
  it('ends it before, and between versions', async () => {
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    await expect(plain.recognize(voice, { signal })).rejects.toBe(reason);
    const controller = new AbortController();
    const answer = plain.recognize(voice, { signal: controller.signal });
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });
});

it('a signal ends the wait for a function that looks for speech', async () => {
  const controller = new AbortController();
  const speech = () => new Promise<boolean>(() => {});
  const answer = plain.recognize(voice, { speech, signal: controller.signal });
  setTimeout(() => controller.abort('enough'), 5);
  await expect(answer).rejects.toBe('enough');
});

describe('embed', () => {
  it('gives what the layer sees, under names', async () => {
    const { mean, scale } = SCALER;
    const expected = [...original].map((value, j) => (value - mean[j]) / scale[j]);
    // Float32.
    expect(await plain.embed(voice)).toBeAllclose(expected, { rtol: 1e-6, atol: 1e-6 });
    expect(plain.names).toEqual(['rms', 'zcr', 'flatness', 'centroid']);
  });

  it('looks for no speech', async () => {
    expect(await plain.embed(silence)).toHaveLength(4);
  });
});

it('a recogniser says what it is, and cannot be changed', () => {
  expect(plain.labels).toEqual(LABELS);
  expect(plain.sampleRate).toBe(16_000);
  expect(plain.voice).toBeUndefined();
  expect(() => (plain.labels as string[]).push('x')).toThrow(TypeError);
  expect(() => (plain.names as string[]).push('x')).toThrow(TypeError);
});

it('takes samples of another frame', async () => {
  const { samples, sampleRate } = speak();
  const foreign: Float32Array = runInNewContext(`new Float32Array(${samples.length})`);
  foreign.set(samples);
  const first = await loadRecognizer({ source: sourceOf(smallModel()) });
  expect(await first.recognize({ samples: foreign, sampleRate })).toEqual(
    await first.recognize({ samples, sampleRate }),
  );
});

it('`embed` ends with its signal, before and between tasks', async () => {
  const first = await loadRecognizer({ source: sourceOf(smallModel()) });
  const signal = AbortSignal.abort('enough');
  await expect(first.embed(speak(), { signal })).rejects.toBe('enough');
  const controller = new AbortController();
  const embedding = first.embed(speak(), { signal: controller.signal });
  controller.abort('late');
  await expect(embedding).rejects.toBe('late');
});
