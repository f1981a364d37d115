import { expect, test } from 'vitest';
import { LOUDNESS } from '../testing/listen/loudness-scorer.ts';
import { listen } from './listen.ts';
import { checkListenOptions, type ListenOptions } from './listen-options.ts';

const DEFAULTS = {
  length: 3,
  hop: 0.5,
  smoothing: 0.25,
  speech: {},
  versions: false,
  stallTimeout: 5,
  resumeTimeout: 5,
};

test('the defaults of a MediaStream', () => {
  expect(checkListenOptions({}, true)).toEqual({ ...DEFAULTS, skip: true });
});

test('the defaults of an iterable', () => {
  expect(checkListenOptions({}, false)).toEqual({ ...DEFAULTS, skip: false });
});

test.each<[keyof ListenOptions, unknown]>([
  ['length', 0.49],
  ['length', 60.1],
  ['length', '3'],
  ['hop', 0.049],
  ['hop', 3601],
  ['smoothing', -0.1],
  ['smoothing', 1],
  ['smoothing', Number.NaN],
  ['speech', true],
  ['speech', 'vad'],
  ['versions', 1],
  ['skip', 'yes'],
  ['signal', {}],
  ['sampleRate', 0],
  ['sampleRate', Number.NaN],
  ['worker', true],
  ['worker', {}],
  ['worklet', 1],
  ['context', {}],
  ['stallTimeout', 0],
  ['stallTimeout', Number.POSITIVE_INFINITY],
  ['resumeTimeout', 0],
  ['resumeTimeout', 86_401],
])('%s: %o is a bad argument', (name, value) => {
  expect(() => checkListenOptions({ [name]: value }, true)).toThrow(
    expect.objectContaining({
      code: 'bad-argument',
      message: expect.stringContaining(`\`${name}\``),
    }),
  );
});

test.each<ListenOptions>([
  { length: 0.5, hop: 0.05, smoothing: 0, stallTimeout: 0.001, resumeTimeout: 0.001 },
  { length: 60, hop: 3600, smoothing: 0.999, stallTimeout: 86_400, resumeTimeout: 86_400 },
])('the ends of the ranges are taken', (options) => {
  expect(checkListenOptions(options, true)).toMatchObject(options);
});

test('an option that it does not know is refused', () => {
  const options = { windowLength: 3 } as ListenOptions;
  expect(() => checkListenOptions(options, true)).toThrow('got windowLength');
});

test.each([undefined, null, 3, 'mic', new Float32Array(3), [1, 2], {}])(
  'what is no stream is refused: %o',
  (stream) => {
    expect(() => listen(LOUDNESS, stream as AsyncIterable<Float32Array>)).toThrow(
      'listen: `stream` must be a MediaStream, or an async iterable of',
    );
  },
);
