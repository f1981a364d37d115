import { expect, it } from 'vitest';
import { Recording } from './recording.ts';

const piece = (...values: number[]) => ({ samples: Float32Array.from(values), sampleRate: 2 });

it('joins what it was given', () => {
  const recording = new Recording(10);
  recording.push(piece(0.25, 0.5));
  recording.push(piece(-0.5));
  expect(recording.audio).toEqual(piece(0.25, 0.5, -0.5));
  expect(recording.seconds).toBe(1.5);
  expect(recording.isFull).toBe(false);
});

it('is full at its length, to the sample', () => {
  const recording = new Recording(1.5);
  recording.push(piece(1, 2));
  recording.push(piece(3, 4));
  recording.push(piece(5));
  expect(recording.isFull).toBe(true);
  expect(recording.audio).toEqual(piece(1, 2, 3));
});

it('has no sound where there was none', () => {
  const recording = new Recording(1);
  recording.push(piece());
  expect(recording.audio).toBeUndefined();
});
