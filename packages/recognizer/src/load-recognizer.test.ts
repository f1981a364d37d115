import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createExtractor, extractVariant } from '@ser/features';
import type { Classifier } from '@ser/model';
import type { FileSource } from '@ser/model/linear';
import { LinearClassifier } from '@ser/model/linear';
import { publishedModel } from '@ser/ravdess-data/model';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type LoadRecognizerOptions, loadRecognizer } from './load-recognizer.ts';
import type { ClassifierLike } from './recognizer/classifier-like.ts';
import {
  adaptableModel,
  CONFIG,
  EXTRACTOR,
  LABELS,
  smallModel,
  sourceOf,
  toBytes,
  VARIANTS,
} from './testing/small-model.ts';
import { speak } from './testing/speak.ts';

const voice = speak();
const refused = (code: string, message: RegExp) => ({
  name: 'RecognizerError',
  code,
  message: expect.stringMatching(message),
});

describe('the model that is inside', () => {
  it('names eight emotions', async () => {
    const recognizer = await loadRecognizer();
    expect(recognizer.labels).toEqual([
      'neutral',
      'calm',
      'happy',
      'sad',
      'angry',
      'fearful',
      'disgust',
      'surprised',
    ]);
    expect(recognizer.sampleRate).toBe(16_000);
    expect(recognizer.names).toHaveLength(4171);
  });

  it('scores a sound at three speeds, as its classifier does', async () => {
    const recognizer = await loadRecognizer();
    const classifier = await LinearClassifier.load(publishedModel);
    const extractor = createExtractor(classifier.extractor as typeof EXTRACTOR);
    const variants = classifier.testVariants as typeof VARIANTS;
    const random = () => 0;
    const versions = variants.map((each) => extractVariant(extractor, voice, each, { random }));
    const clip = [extractor.extract(voice), ...versions];
    const [{ label, scores }] = await classifier.predictVersions([clip]);
    const text = new TextDecoder().decode(await publishedModel.read('recognizer.json'));
    const { temperature } = JSON.parse(text);
    const powers = recognizer.labels.map((each) => scores[each] ** (1 / temperature));
    const sum = powers.reduce((total, power) => total + power);
    const answer = await recognizer.recognize(voice);
    const found = recognizer.labels.map(
      (each) => answer.find((score) => score.label === each)?.score ?? -1,
    );
    expect(answer[0].label).toBe(label);
    // Scores are float32 in the classifier.
    const tolerance = { rtol: 1e-6, atol: 0 };
    expect(found).toBeAllclose(
      powers.map((power) => power / sum),
      tolerance,
    );
  });

  it('is loaded twice without anything in common', async () => {
    const [a, b] = [await loadRecognizer(), await loadRecognizer()];
    a.dispose();
    expect(a.labels).not.toBe(b.labels);
    expect(await b.recognize(voice)).toHaveLength(8);
  });
});

describe('a web address', () => {
  let address = '';
  const paths: string[] = [];
  const files: Record<string, Uint8Array> = adaptableModel();
  const server = createServer(({ url = '' }, response) => {
    paths.push(url);
    const [, folder, file] = /^\/(\w+)\/(.*)$/.exec(url) ?? [];
    const known = folder === 'plain' && file === 'recognizer.json' ? undefined : files[file];
    if (folder === 'page' && file === 'recognizer.json') response.end('<!doctype html>');
    else if (known) response.end(known);
    else response.writeHead(404).end();
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  it.each([String, (text: string) => new URL(text)])('is read, as %o', async (as) => {
    const recognizer = await loadRecognizer({ source: as(`${address}/full/`) });
    const expected = await loadRecognizer({ source: sourceOf(files) });
    expect(await recognizer.recognize(voice)).toEqual(await expected.recognize(voice));
  });

  it('of a calibrated voice is asked for the model for it alone', async () => {
    const recognizer = await loadRecognizer({ source: `${address}/full/` });
    expect(paths.some((path) => path.includes('adapted'))).toBe(false);
    expect((await recognizer.calibrate([voice])).voice?.n).toBe(1);
    expect(paths).toContain('/full/adapted/weights.bin');
  });

  it.each(['plain', 'page'])('without recognizer.json does (%s)', async (folder) => {
    const recognizer = await loadRecognizer({ source: `${address}/${folder}/` });
    const expected = await loadRecognizer({ source: sourceOf(smallModel()) });
    expect(await recognizer.recognize(voice)).toEqual(await expected.recognize(voice));
  });

  it('without a model is refused', async () => {
    const loading = loadRecognizer({ source: `${address}/none/x/` });
    await expect(loading).rejects.toMatchObject(refused('bad-model', /there is no model.json/));
  });

  it('that is a path is refused, with a remedy', async () => {
    const loading = loadRecognizer({ source: 'runs/latest' });
    // Once: `urlStore` says it.
    const error = refused(
      'bad-argument',
      /^(?!.*folderStore.*folderStore).*folderStore of '@ser\/model\/node'/,
    );
    await expect(loading).rejects.toMatchObject(error);
  });
});

describe('a classifier of your own', () => {
  const own = (parts: Partial<ClassifierLike> = {}): ClassifierLike => ({
    labels: ['a', 'b'],
    extractor: EXTRACTOR,
    predictVersions: async (clips) => clips.map((clip) => ({ scores: scoresOf(clip.length) })),
    ...parts,
  });
  const scoresOf = (count: number) => ({ a: 1 / (1 + count), b: count / (1 + count) });

  it('scores the versions that it was saved with', async () => {
    const one = await loadRecognizer({ source: own() });
    const three = await loadRecognizer({ source: own({ testVariants: VARIANTS }) });
    expect([...(await one.recognize(voice))]).toEqual([
      { label: 'a', score: 0.5 },
      { label: 'b', score: 0.5 },
    ]);
    expect((await three.recognize(voice))[0]).toEqual({ label: 'b', score: 0.75 });
    expect((await three.recognize(voice, { versions: false }))[0].score).toBe(0.5);
  });

  it('may be a `Classifier` of @ser/model', () => {
    const fits = (classifier: Classifier): LoadRecognizerOptions => ({ source: classifier });
    expect(fits).toBeDefined();
  });

  it('standardises what `embed` gives with its scaler, where it has one', async () => {
    const double = { transform: (x: Float32Array) => x.map((value) => 2 * value) };
    const plain = await (await loadRecognizer({ source: own() })).embed(voice);
    const scaled = await (await loadRecognizer({ source: own({ scaler: double }) })).embed(voice);
    expect(scaled).toEqual(plain.map((value) => 2 * value));
  });

  it('is not disposed of', async () => {
    const dispose = vi.fn();
    const recognizer = await loadRecognizer({ source: Object.assign(own(), { dispose }) });
    recognizer.dispose();
    expect(dispose).not.toHaveBeenCalled();
  });

  it('has neither a familiar sound nor a voice', async () => {
    const recognizer = await loadRecognizer({ source: own() });
    const { familiar, distance } = await recognizer.recognize(voice);
    expect([familiar, distance]).toEqual([null, null]);
    await expect(recognizer.calibrate([voice])).rejects.toMatchObject({ code: 'not-adaptable' });
  });

  it.each<[string, Partial<ClassifierLike>, RegExp]>([
    ['without labels', { labels: undefined }, /at least two labels, got undefined/],
    ['of one label', { labels: ['a'] }, /at least two labels, got 1/],
    ['without an extractor', { extractor: null }, /configuration of its extractor, got none/],
    ['with another extractor', { extractor: { sampleRate: 1 } }, /features/],
    ['with variants that are none', { testVariants: [{ name: 'x' }] }, /steps/],
  ])('%s is refused', async (_, parts, message) => {
    const loading = loadRecognizer({ source: own(parts) });
    await expect(loading).rejects.toMatchObject(refused('bad-model', message));
  });

  it.each<[string, object]>([
    ['noise', { kind: 'noise', snrDb: 20 }],
    ['room', { kind: 'room', rt60: 0.3 }],
    ['addNoise', { kind: 'addNoise' }],
    ['shift', { kind: 'shift' }],
    ['gain', { kind: 'gain', db: [-6, 6] }],
    ['bandLimit', { kind: 'bandLimit', sampleRate: 8000, lowest: [200, 400] }],
    ['bandLimit', { kind: 'bandLimit', sampleRate: 8000, highest: [3000, 3700] }],
  ])('is refused where %s would make it answer another way each time', async (kind, step) => {
    const testVariants = [{ name: 'odd', steps: [{ kind: 'speed', rate: 1.1 }, step] }];
    const loading = loadRecognizer({ source: own({ testVariants }) });
    const message = new RegExp(`without a range, got ${kind} in 'odd'`);
    await expect(loading).rejects.toMatchObject(refused('bad-model', message));
  });

  it.each<[string, object]>([
    ['speed', { kind: 'speed', rate: 1.1 }],
    ['bandLimit', { kind: 'bandLimit', sampleRate: 8000 }],
    ['bandLimit', { kind: 'bandLimit', sampleRate: 8000, lowest: 300, highest: 3400 }],
    ['middle', { kind: 'middle', seconds: 1 }],
    ['gain', { kind: 'gain', db: -6 }],
    ['timeStretch', { kind: 'timeStretch', rate: 1.1 }],
    ['pitchShift', { kind: 'pitchShift', nSteps: 1 }],
  ])('may score with %s', async (_, step) => {
    const testVariants = [{ name: 'odd', steps: [step] }];
    const recognizer = await loadRecognizer({ source: own({ testVariants }) });
    expect((await recognizer.recognize(voice))[0].score).toBeCloseTo(2 / 3, 12);
  });

  it.each<[string, Record<string, number>]>([
    ['none of its labels', {}],
    ['NaN', { a: Number.NaN, b: 1 }],
    ['0 in all', { a: 0, b: 0 }],
  ])('that gives scores of %s is refused', async (_, scores) => {
    const source = own({ predictVersions: async () => [{ scores }] });
    const answer = (await loadRecognizer({ source })).recognize(voice);
    await expect(answer).rejects.toMatchObject(refused('bad-model', /^recognize: .*finite scores/));
  });
});

describe('files that', () => {
  const model = adaptableModel();
  const json = JSON.parse(new TextDecoder().decode(model['model.json']));
  it.each<[string, Record<string, Uint8Array>, string, RegExp]>([
    ['are not there', {}, 'bad-model', /there is no model.json/],
    ['lack weights', { 'model.json': model['model.json'] }, 'bad-model', /no weights.bin/],
    [
      'have weights that are cut',
      { ...model, 'weights.bin': model['weights.bin'].subarray(0, 40) },
      'bad-model',
      /must have 60 bytes, got 40/,
    ],
    [
      'have weights of another model',
      { ...model, 'weights.bin': smallModel({ gain: 2 })['weights.bin'] },
      'bad-model',
      /is not the one that model.json was saved with/,
    ],
    [
      'have a model.json that is cut',
      { ...model, 'model.json': model['model.json'].subarray(0, 300) },
      'bad-model',
      /model.json is not JSON/,
    ],
    ['are of another program', { ...model, 'model.json': toBytes({}) }, 'bad-model', /Classifier/],
    [
      'are of a network',
      smallModel({ activation: 'relu' }),
      'bad-model',
      /`Classifier.load` of @ser\/model/,
    ],
    [
      'have no extractor',
      smallModel({ extractor: null }),
      'bad-model',
      /configuration of its extractor/,
    ],
    [
      'have a recognizer.json that is cut',
      { ...model, 'recognizer.json': toBytes(CONFIG).subarray(0, 100) },
      'bad-model',
      /memory: recognizer.json: /,
    ],
    [
      'have a recognizer.json of more than 4 MiB',
      { ...model, 'recognizer.json': new Uint8Array(2 ** 22 + 1) },
      'bad-model',
      /recognizer.json: it must have at most 4194304 bytes/,
    ],
    [
      'have a recognizer.json that is none',
      { ...model, 'recognizer.json': toBytes({ version: 1, temperature: 'warm' }) },
      'bad-model',
      /recognizer.json: .*`temperature` must be a number > 0, got 'warm'/,
    ],
  ])('%s are refused', async (_, files, code, message) => {
    const loading = loadRecognizer({ source: sourceOf(files) });
    await expect(loading).rejects.toMatchObject(refused(code, message));
    expect(json.userDefinedMetadata.ser.labels).toEqual(LABELS);
  });

  it.each(['model.json', 'recognizer.json', 'weights.bin'])('are bytes: %s', async (name) => {
    const given = sourceOf(adaptableModel());
    for (const wrong of ['{}', null, new ArrayBuffer(2), [1]]) {
      const source = {
        read: async (file: string) => (file === name ? wrong : given.read(file)),
      } as unknown as FileSource;
      await expect(loadRecognizer({ source })).rejects.toMatchObject(
        refused('bad-model', /`source` must read\('.*'\) as a Uint8Array, or undefined .*, got /),
      );
    }
  });

  it('of calibrated voices are bytes', async () => {
    const given = sourceOf(adaptableModel());
    const read = async (file: string) =>
      file.startsWith('adapted/') ? ('{}' as unknown as Uint8Array<ArrayBuffer>) : given.read(file);
    const first = await loadRecognizer({ source: { name: 'own', read } });
    await expect(first.calibrate([voice])).rejects.toMatchObject(
      refused('bad-model', /Uint8Array/),
    );
  });

  it('of a source without a name are called those of a source', async () => {
    const source = { read: async () => undefined } as unknown as FileSource;
    await expect(loadRecognizer({ source })).rejects.toMatchObject(
      refused('bad-model', /source: there is no model.json/),
    );
  });

  it('cannot be read throw what the source throws', async () => {
    const source = {
      name: 'own',
      read: async () => {
        throw new TypeError('offline');
      },
    };
    await expect(loadRecognizer({ source })).rejects.toThrow(new TypeError('offline'));
  });
});

describe('options', () => {
  it.each<[string, unknown, RegExp]>([
    ['null', null, /`options`/],
    ['another', { model: 'x' }, /got model/],
    ['a source of a number', { source: 3 }, /`source` must be a web address, a store or a class/],
    ['a source of null', { source: null }, /`source`/],
    ['a signal that is none', { signal: true }, /`signal`/],
    ['an onProgress that is no function', { onProgress: {} }, /`onProgress` must be a function/],
  ])('%s are refused', async (_, options, message) => {
    const loading = loadRecognizer(options as LoadRecognizerOptions);
    await expect(loading).rejects.toMatchObject(refused('bad-argument', message));
  });

  it('a voice that is none is refused', async () => {
    const loading = loadRecognizer({ source: sourceOf(adaptableModel()), voice: {} as never });
    await expect(loading).rejects.toMatchObject(refused('bad-voice', /have the version 1/));
  });

  it('`onProgress` is told of each file', async () => {
    const calls: unknown[] = [];
    const onProgress = (progress: unknown) => calls.push(progress);
    const source = sourceOf(adaptableModel());
    const first = await loadRecognizer({ source, onProgress });
    expect(calls.splice(0)).toEqual([
      { file: 'recognizer.json', loaded: 1, total: 3 },
      { file: 'model.json', loaded: 2, total: 3 },
      { file: 'weights.bin', loaded: 3, total: 3 },
    ]);
    const calibrated = await first.calibrate([voice]);
    expect(calls).toEqual([]);
    await loadRecognizer({ source, onProgress, voice: calibrated.voice });
    expect(calls.at(-1)).toEqual({ file: 'adapted/weights.bin', loaded: 5, total: 5 });
  });

  it('`signal` ends it before and while a file is read', async () => {
    const aborted = loadRecognizer({ signal: AbortSignal.abort('enough') });
    await expect(aborted).rejects.toBe('enough');
    const controller = new AbortController();
    const source = { name: 'slow', read: () => new Promise<never>(() => {}) };
    const loading = loadRecognizer({ source, signal: controller.signal });
    controller.abort('late');
    await expect(loading).rejects.toBe('late');
  });

  it('`signal` is over once it is loaded', async () => {
    const controller = new AbortController();
    const source = sourceOf(adaptableModel());
    const recognizer = await loadRecognizer({ source, signal: controller.signal });
    controller.abort();
    expect((await recognizer.calibrate([voice])).voice?.n).toBe(1);
  });
});
