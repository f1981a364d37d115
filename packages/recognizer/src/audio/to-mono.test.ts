import { decodeWav } from '@ser/corpus';
import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { bufferOf, toWav } from '../testing/speak.ts';
import { toMono } from './to-mono.ts';

const random = seeded(3);
const noise = () =>
  Float32Array.from({ length: 100 }, () => Math.round(32_767 * (2 * random() - 1)) / 32_768);

describe('toMono', () => {
  it.each([1, 2, 5])('averages %i channels as decodeWav does, bit for bit', (count) => {
    const channels = Array.from({ length: count }, noise);
    const decoded = decodeWav(toWav(channels, 8000));
    expect(toMono(bufferOf(channels, 8000))).toEqual(decoded);
  });

  it('copies a single channel', () => {
    const channel = noise();
    const { samples } = toMono(bufferOf([channel], 8000));
    expect(samples).not.toBe(channel);
    expect(samples).toEqual(channel);
  });

  it.each([null, undefined, 3, {}, new Float32Array(2)])('refuses %o', (value) => {
    expect(() => toMono(value as never)).toThrow(
      expect.objectContaining({ code: 'bad-argument', message: expect.stringMatching('toMono') }),
    );
  });

  it('refuses a buffer that contradicts itself', () => {
    const buffer = bufferOf([noise()], 8000);
    expect(() => toMono({ ...buffer, numberOfChannels: 0 })).toThrow('numberOfChannels');
    expect(() => toMono({ ...buffer, numberOfChannels: 33 })).toThrow('in [1, 32]');
    expect(() => toMono({ ...buffer, length: 99 })).toThrow('length');
    expect(() => toMono({ ...buffer, numberOfChannels: 2 })).toThrow('length');
  });
});
