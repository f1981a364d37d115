// What the package gives, and that each function refuses an option that it does not know.
import { describe, expect, it } from 'vitest';
import * as recognizer from './index.ts';
import { adaptableModel, sourceOf } from './testing/small-model.ts';
import { speak } from './testing/speak.ts';

const source = sourceOf(adaptableModel());
const loaded = await recognizer.loadRecognizer({ source });
const clip = speak({ seconds: 0.5 });
const { signal } = new AbortController();
async function* stream() {
  yield clip;
}

/** A call with options, and options that are valid. */
const CALLS: readonly [name: string, call: (options: never) => unknown, valid: object][] = [
  ['loadRecognizer', (options) => recognizer.loadRecognizer(options), { source, signal }],
  ['recognize', (options) => loaded.recognize(clip, options), { topK: 1, versions: false }],
  ['embed', (options) => loaded.embed(clip, options), { signal }],
  ['windows', (options) => loaded.windows(clip, options), { length: 1, hop: 0.5 }],
  ['calibrate', (options) => loaded.calibrate([clip], options), { speech: false, signal }],
  ['findSpeech', (options) => recognizer.findSpeech(clip, options), { redemptionMs: 100 }],
  ['hasSpeech', (options) => recognizer.hasSpeech(clip, options), { minSpeechMs: 100 }],
  ['listen', (options) => loaded.listen(stream(), options), { length: 1, worker: false }],
];

it('gives these functions', () => {
  expect(Object.keys(recognizer).sort()).toEqual([
    'FAMILIAR_VARIANTS',
    'RecognizerError',
    'WINDOW_LIMITS',
    'familiarityDistance',
    'familiarityThreshold',
    'familiarityToJson',
    'findSpeech',
    'fitFamiliarity',
    'hasSpeech',
    'loadRecognizer',
    'parseRecognizerConfig',
    'toMono',
  ]);
});

describe.each(CALLS)('%s', (name, call, valid) => {
  const tried = async (options: unknown): Promise<unknown> => call(options as never);

  it('takes options that it knows', async () => {
    await expect(tried(valid)).resolves.toBeDefined();
  });

  it.each([
    ['an option that it does not know', { ...valid, speechless: 1 }],
    ['an option that is undefined', { ...valid, speechless: undefined }],
    ['null', null],
    ['a number', 3],
    ['a list', [valid]],
  ])('refuses %s', async (_, options) => {
    await expect(tried(options)).rejects.toMatchObject({
      name: 'RecognizerError',
      code: 'bad-argument',
      message: expect.stringMatching(new RegExp(`^${name}: \`options\` must `)),
    });
  });
});
