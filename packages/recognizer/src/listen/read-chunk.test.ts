import { expect, test } from 'vitest';
import { readChunk } from './read-chunk.ts';

const samples = new Float32Array(2);
const NONE = { option: undefined, before: undefined };

test('a chunk brings its rate', () => {
  expect(readChunk('chunk', { samples, sampleRate: 8000 }, NONE)).toEqual({
    samples,
    sampleRate: 8000,
  });
});

test.each([samples, new Float64Array(2)])('bare samples take the rate of the option', (bare) => {
  expect(readChunk('chunk', bare, { ...NONE, option: 8000 })).toEqual({
    samples: bare,
    sampleRate: 8000,
  });
});

test('bare samples without a rate are refused, with the remedy', () => {
  expect(() => readChunk('chunk', samples, NONE)).toThrow(
    'listen: `chunk` must be { samples, sampleRate }, or samples beside the option `sampleRate`, ' +
      'got Float32Array',
  );
});

test.each([
  [new Int16Array(2), 'got Int16Array; divide by 32768'],
  [[0, 1], 'got Array; convert it with `Float32Array.from(samples)`'],
])('bare samples of another kind beside the option are told what to do', (chunk, text) => {
  expect(() => readChunk('chunk', chunk, { ...NONE, option: 8000 })).toThrow(text);
});

test('bytes are no bare samples', () => {
  const rates = { ...NONE, option: 8000 };
  expect(() => readChunk('chunk', new Uint8Array(2), rates)).toThrow('decodeWavStream');
});

test('a rate that changes is refused', () => {
  expect(() =>
    readChunk('chunk', { samples, sampleRate: 8000 }, { ...NONE, before: 16000 }),
  ).toThrow('listen: `chunk` must keep the rate of 16000 Hz, got 8000');
});

test('a rate other than the option’s is refused', () => {
  expect(() =>
    readChunk('chunk', { samples, sampleRate: 8000 }, { ...NONE, option: 16000 }),
  ).toThrow('must keep the rate of 16000 Hz, got 8000');
});

test.each([
  { samples: Float32Array.of(0, Number.NaN), sampleRate: 8000 },
  Float32Array.of(0, Number.NaN),
])('samples that are not finite are bad audio: %o', (chunk) => {
  expect(() => readChunk('chunk', chunk, { ...NONE, option: 8000 })).toThrow(
    expect.objectContaining({
      code: 'bad-audio',
      message: expect.stringMatching(/^listen: `chunk.*got NaN at index 1$/),
    }),
  );
});

test.each([undefined, null, 'text', {}, { samples: [0, 1], sampleRate: 8000 }, new Int16Array(2)])(
  'what is no chunk is a bad argument: %o',
  (chunk) => {
    expect(() => readChunk('chunk', chunk, { ...NONE, option: 8000 })).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: expect.stringMatching(/^listen: `chunk/),
      }),
    );
  },
);
