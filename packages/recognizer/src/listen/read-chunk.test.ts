import { expect, test } from 'vitest';
import { readChunk } from './read-chunk.ts';

const samples = new Float32Array(2);

test('a chunk brings its rate', () => {
  expect(readChunk({ samples, sampleRate: 8000 }, undefined, undefined)).toEqual({
    samples,
    sampleRate: 8000,
  });
});

test('bare samples take the rate of the option', () => {
  expect(readChunk(samples, 8000, undefined)).toEqual({ samples, sampleRate: 8000 });
});

test('bare samples without a rate are refused, with the remedy', () => {
  expect(() => readChunk(samples, undefined, undefined)).toThrow(
    'listen: `stream` must be chunks { samples, sampleRate }, or given with the option ' +
      '`sampleRate`, got Float32Array',
  );
});

test('a rate that changes is refused', () => {
  expect(() => readChunk({ samples, sampleRate: 8000 }, undefined, 16000)).toThrow(
    'listen: `sampleRate` of a chunk must stay at 16000, got 8000; resample the chunks to one rate',
  );
});

test('a rate other than the option’s is refused', () => {
  expect(() => readChunk({ samples, sampleRate: 8000 }, 16000, undefined)).toThrow('stay at 16000');
});

test.each([undefined, null, 'text', {}, { samples: [0, 1], sampleRate: 8000 }, new Uint8Array(2)])(
  'no chunk: %o',
  (chunk) => {
    expect(() => readChunk(chunk, 8000, undefined)).toThrow(
      'listen: `stream` must be an iterable of { samples: Float32Array, sampleRate }, got',
    );
  },
);

test.each([0, -1, Number.NaN, '8000'])('no rate: %o', (sampleRate) => {
  expect(() => readChunk({ samples, sampleRate }, undefined, undefined)).toThrow('`sampleRate`');
});
