import { createExtractor, extractVariant } from '@ser/features';
import { LinearClassifier } from '@ser/model/linear';
import { describe, expect, it } from 'vitest';
import type { AudioInput } from '../audio/audio-input.ts';
import { loadRecognizer } from '../load-recognizer.ts';
import {
  AVERAGES,
  adaptableModel,
  EXTRACTOR,
  LABELS,
  SCALER,
  smallModel,
  sourceOf,
  VARIANTS,
} from '../testing/small-model.ts';
import { speak } from '../testing/speak.ts';
import type { CalibrateOptions } from './options.ts';

const recognizer = await loadRecognizer({ source: sourceOf(adaptableModel()) });
const clips = [100, 120, 150].map((pitch) => speak({ pitch, seconds: 0.5 }));
const voice = speak({ pitch: 130 });
const silence = { samples: new Float32Array(16_000), sampleRate: 16_000 };

const extractor = createExtractor(EXTRACTOR);
const versionsOf = (clip: typeof voice): Float32Array[] => [
  extractor.extract(clip),
  ...VARIANTS.map((variant) => extractVariant(extractor, clip, variant, { random: () => 0 })),
];

/** The features of `voice` without the voice of clips, by the formula of @ser/experiment. */
function centred(heard: typeof clips, priorClips = 2): Float32Array[] {
  const names = ['original', 'slow', 'fast'];
  const n = heard.length;
  return versionsOf(voice).map((features, v) => {
    const average = AVERAGES[names[v]];
    return features.map((value, j) => {
      const mean = heard.reduce((sum, clip) => sum + versionsOf(clip)[v][j], 0) / n;
      const offset = (n / (n + priorClips)) * (mean - average[j]);
      return value - (offset + (average[j] - AVERAGES.original[j]));
    });
  });
}

describe('a calibrated recogniser', () => {
  it('scores what is left of a voice, with the model that was trained for it', async () => {
    const calibrated = await recognizer.calibrate(clips);
    const adapted = await LinearClassifier.load(sourceOf(smallModel({ gain: 2 })));
    const [{ scores }] = await adapted.predictVersions([centred(clips)]);
    // The temperature of the adapted model is a half.
    const squares = LABELS.map((label) => scores[label] ** 2);
    const sum = squares.reduce((total, each) => total + each);
    const found = await calibrated.recognize(voice);
    const inOrder = LABELS.map((label) => found.find((each) => each.label === label)?.score ?? -1);
    // Features are float32 to 1e-7 of themselves, and a centroid is three deviations from zero.
    const tolerance = { rtol: 1e-4, atol: 0 };
    expect(inOrder).toBeAllclose(
      squares.map((each) => each / sum),
      tolerance,
    );
  });

  it('embeds what is left of a voice', async () => {
    const { mean, scale } = SCALER;
    const [original] = centred(clips);
    const expected = [...original].map((value, j) => (value - mean[j]) / scale[j]);
    const calibrated = await recognizer.calibrate(clips);
    // Features of some 1e3 in float32, by deviations of 500.
    expect(await calibrated.embed(voice)).toBeAllclose(expected, { rtol: 1e-5, atol: 1e-5 });
  });

  it('knows another threshold of what is familiar', async () => {
    const calibrated = await recognizer.calibrate(clips);
    const { familiar, distance } = await calibrated.recognize(voice);
    expect(familiar).toBe(Number(distance) <= 1.25);
  });

  it('leaves the first one as it was', async () => {
    const before = await recognizer.recognize(voice);
    await recognizer.calibrate(clips);
    expect(recognizer.voice).toBeUndefined();
    expect(await recognizer.recognize(voice)).toEqual(before);
  });

  it('learns more when calibrated again', async () => {
    const some = await recognizer.calibrate(clips.slice(0, 1));
    const all = await some.calibrate(clips.slice(1));
    expect(some.voice?.n).toBe(1);
    expect(all.voice).toEqual((await recognizer.calibrate(clips)).voice);
  });

  it('works on when the first one is disposed of', async () => {
    const first = await loadRecognizer({ source: sourceOf(adaptableModel()) });
    const calibrated = await first.calibrate(clips);
    first.dispose();
    expect(await calibrated.recognize(voice)).toHaveLength(3);
  });
});

describe('a voice', () => {
  it('is plain JSON, which loads the same recogniser', async () => {
    const calibrated = await recognizer.calibrate(clips);
    const voiceJson = JSON.parse(JSON.stringify(calibrated.voice));
    const source = sourceOf(adaptableModel());
    const loaded = await loadRecognizer({ source, voice: voiceJson });
    expect(loaded.voice).toEqual(calibrated.voice);
    expect(await loaded.recognize(voice)).toEqual(await calibrated.recognize(voice));
  });

  it('is refused by another model', async () => {
    const { voice: json } = await recognizer.calibrate(clips);
    const files = adaptableModel();
    const other = smallModel({ gain: 3 });
    const source = sourceOf({
      ...files,
      'adapted/model.json': other['model.json'],
      'adapted/weights.bin': other['weights.bin'],
    });
    await expect(loadRecognizer({ source, voice: json })).rejects.toMatchObject({
      code: 'bad-voice',
      message: expect.stringContaining('be of this model; calibrate again'),
    });
  });
});

describe('clips', () => {
  it('without speech are left out', async () => {
    const [a, b, c] = clips;
    const calibrated = await recognizer.calibrate([silence, a, b, silence, c]);
    expect(calibrated.voice).toEqual((await recognizer.calibrate(clips)).voice);
  });

  it('are told from others as `speech` says', async () => {
    const [a, b] = clips;
    const only = await recognizer.calibrate([a, b], {
      speech: ({ samples }) => samples === b.samples,
    });
    expect(only.voice).toEqual((await recognizer.calibrate([b])).voice);
    expect((await recognizer.calibrate([silence], { speech: false })).voice?.n).toBe(1);
  });

  it('come from any list or stream', async () => {
    async function* stream() {
      yield* clips;
    }
    const { voice: json } = await recognizer.calibrate(clips);
    expect((await recognizer.calibrate(new Set(clips))).voice).toEqual(json);
    expect((await recognizer.calibrate(stream())).voice).toEqual(json);
  });

  it('are counted for `onProgress`', async () => {
    const calls: unknown[] = [];
    const onProgress = (progress: unknown) => calls.push(progress);
    await recognizer.calibrate([silence, clips[0]], { onProgress });
    expect(calls).toEqual([
      { clips: 1, speech: 0 },
      { clips: 2, speech: 1 },
    ]);
  });
});

describe('refuses', () => {
  it.each<[string, unknown, object]>([
    ['no clips', [], { code: 'too-few', message: /must hold at least one with speech, got none/ }],
    ['silence', [silence, silence], { code: 'too-few', message: /got 2 without/ }],
    ['a clip that is none', [clips[0], 3], { code: 'bad-argument', message: /clips\[1\]/ }],
    ['one clip', clips[0], { code: 'bad-argument', message: /such as \[clip\]/ }],
    ['bytes', new Uint8Array(9), { code: 'bad-argument', message: /such as \[clip\]/ }],
    ['a text', 'voice.wav', { code: 'bad-argument', message: /such as \[clip\]/ }],
    ['null', null, { code: 'bad-argument', message: /got null/ }],
  ])('%s', async (_, given, { code, message }: { code?: string; message?: RegExp }) => {
    await expect(recognizer.calibrate(given as AudioInput[])).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message ?? ''),
    });
  });

  it.each<[string, object, string]>([
    ['another option', { onprogress: () => {} }, 'did you mean `onProgress`'],
    ['an onProgress that is no function', { onProgress: 3 }, '`onProgress` must be a function'],
    ['speech of true', { speech: true }, '`speech`'],
    ['a signal that is none', { signal: 3 }, '`signal`'],
  ])('%s', async (_, options, text) => {
    const calibrating = recognizer.calibrate(clips, options as CalibrateOptions);
    await expect(calibrating).rejects.toThrow(text);
  });

  it('a model that was not trained for it', async () => {
    const plain = await loadRecognizer({ source: sourceOf(smallModel()) });
    const code = 'not-adaptable';
    await expect(plain.calibrate(clips)).rejects.toMatchObject({ code });
    const { voice: json } = await recognizer.calibrate(clips);
    const source = sourceOf(smallModel());
    await expect(loadRecognizer({ source, voice: json })).rejects.toMatchObject({ code });
  });

  it.each<[string, () => Record<string, Uint8Array>, RegExp]>([
    ['is not there', () => ({ 'adapted/model.json': undefined as never }), /no model.json/],
    ['has other labels', () => adapted({ labels: ['x', 'y', 'z'] }), /must have the labels calm/],
    [
      'has a version without an average',
      () => adapted({ testVariants: [{ name: 'odd', steps: [{ kind: 'speed', rate: 2 }] }] }),
      /must have an average of 4 features for odd, got 0/,
    ],
  ])('an adapted model that %s', async (_, files, message) => {
    const all = Object.entries({ ...adaptableModel(), ...files() }).filter(([, bytes]) => bytes);
    const broken = await loadRecognizer({ source: sourceOf(Object.fromEntries(all)) });
    await expect(broken.calibrate(clips)).rejects.toMatchObject({
      code: 'bad-model',
      message: expect.stringMatching(message),
    });
  });
});

const adapted = (options: object): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries(smallModel(options)).map(([file, bytes]) => [`adapted/${file}`, bytes]),
  );

describe('signal', () => {
  it('ends it between clips', async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort('enough');
    const { signal } = controller;
    await expect(recognizer.calibrate(clips, { signal, onProgress })).rejects.toBe('enough');
  });

  it('ends it while no clip comes', async () => {
    const controller = new AbortController();
    async function* never(): AsyncGenerator<AudioInput> {
      await new Promise(() => {});
    }
    const calibrating = recognizer.calibrate(never(), { signal: controller.signal });
    setTimeout(() => controller.abort('enough'), 5);
    await expect(calibrating).rejects.toBe('enough');
  });
});

it('a model that could not be read is asked for again', async () => {
  const files = adaptableModel();
  let fails = true;
  const source = {
    name: 'network',
    async read(file: string) {
      if (fails && file.startsWith('adapted/')) throw new Error('offline');
      return sourceOf(files).read(file);
    },
  };
  const first = await loadRecognizer({ source });
  await expect(first.calibrate(clips)).rejects.toThrow('offline');
  fails = false;
  expect((await first.calibrate(clips)).voice?.n).toBe(3);
});

it('lets timers run where clips never wait and none has speech', async () => {
  let count = 0;
  function* silences(): Generator<AudioInput> {
    // Without end if no timer runs, but for this.
    while (count++ < 20_000) yield silence;
  }
  const options = { signal: AbortSignal.timeout(30), speech: () => false };
  await expect(recognizer.calibrate(silences(), options)).rejects.toMatchObject({
    name: 'TimeoutError',
  });
});
