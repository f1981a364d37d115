import { expect, test } from 'vitest';
import { SampleBuffer } from './sample-buffer.ts';

const kept = (buffer: SampleBuffer): number[] => [
  ...buffer.values.subarray(0, buffer.end - buffer.start),
];

test('samples follow each other, and zeros follow them', () => {
  const buffer = new SampleBuffer(6);
  buffer.append(Float32Array.of(1, 2), 0);
  buffer.appendZeros(1, 0);
  buffer.append(Float64Array.of(3), 0);
  expect(kept(buffer)).toEqual([1, 2, 0, 3]);
  expect([buffer.start, buffer.end]).toEqual([0, 4]);
});

test('what is not needed makes room', () => {
  const buffer = new SampleBuffer(4);
  const { values } = buffer;
  buffer.append(Float32Array.of(1, 2, 3), 0);
  buffer.append(Float32Array.of(4, 5, 6), 2);
  expect(kept(buffer)).toEqual([3, 4, 5, 6]);
  expect([buffer.start, buffer.end]).toEqual([2, 6]);
  expect(buffer.values).toBe(values);
});

test('zeros overwrite what was dropped', () => {
  const buffer = new SampleBuffer(4);
  buffer.append(Float32Array.of(1, 2, 3, 4), 0);
  buffer.appendZeros(2, 3);
  expect(kept(buffer)).toEqual([4, 0, 0]);
});

test('a hop beyond the end drops all, and the samples between are dropped too', () => {
  const buffer = new SampleBuffer(3);
  buffer.append(Float32Array.of(1, 2, 3), 0);
  buffer.append(Float32Array.of(4, 5), 7);
  expect([buffer.start, buffer.end]).toEqual([3, 5]);
  expect(kept(buffer)).toEqual([4, 5]);
});

test('it grows once for chunks of one length', () => {
  const buffer = new SampleBuffer(4);
  const chunk = new Float32Array(10).fill(1);
  buffer.append(chunk, 0);
  const { values } = buffer;
  for (let i = 1; i < 9; i++) buffer.append(chunk, 10 * i - 3);
  expect(buffer.values).toBe(values);
});
