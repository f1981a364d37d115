import { describe, expect, it } from 'vitest';
import { type WriteWavOptions, writeWav } from '../../testing/write-wav.ts';
import { readWavHeader } from '../read-wav-header.ts';
import { readSamples } from './read-samples.ts';
import { findSampleFaults, type SampleFaults } from './sample-faults.ts';

function faults(codes: number[], options: WriteWavOptions = {}): SampleFaults {
  const bytes = writeWav(codes, options);
  const header = readWavHeader(bytes);
  return findSampleFaults(readSamples(bytes, header), header);
}

describe('findSampleFaults', () => {
  it.each<[string, number[], WriteWavOptions]>([
    ['8 bits', [128, 255, 255, 255, 0, 0, 0], { bits: 8 }],
    ['16 bits', [0, 32767, 32767, 32767, -32768, -32768, -32768], {}],
    ['24 bits', [0, 8388607, 8388607, 8388607, -8388608, -8388608, -8388608], { bits: 24 }],
    ['32-bit floats', [0, 1, 1.5, 1, -1, -2, -1], { bits: 32, tag: 3 }],
    ['A-law', [0xd5, 0xaa, 0xaa, 0xaa, 0x2a, 0x2a, 0x2a], { bits: 8, tag: 6 }],
    ['µ-law', [0xff, 0x80, 0x80, 0x80, 0x00, 0x00, 0x00], { bits: 8, tag: 7 }],
  ])('finds six clipped samples of %s', (_, codes, options) => {
    expect(faults(codes, options).clippedSamples).toBe(6);
  });

  it('takes one or two samples at full scale for a peak', () => {
    const codes = [32767, 32767, 0, 32767, -32768, 0, 32766, 32766, 32766];
    expect(faults(codes)).toEqual({ firstNonFinite: -1, clippedSamples: 0, peak: 1 });
  });

  it('looks at each channel alone', () => {
    // Left is flat at the top; the average of both never gets there.
    const codes = [32767, 0, 32767, 1, 32767, 2, 32767, 3];
    expect(faults(codes, { channels: 2 }).clippedSamples).toBe(4);
    // Full scale goes to and fro, three times in the file and never in a channel.
    const alternating = [32767, 0, 0, 32767, 32767, 0];
    expect(faults(alternating, { channels: 2 }).clippedSamples).toBe(0);
  });

  it('lets no run go on from one channel into the next', () => {
    // Left ends with two frames at full scale, right begins with two.
    const codes = [0, 32767, 32767, 32767, 32767, 0];
    expect(faults(codes, { channels: 2 }).clippedSamples).toBe(0);
  });

  it('names the first frame that holds no number', () => {
    const codes = [0, 0, 0, Number.NaN, Number.POSITIVE_INFINITY, 0];
    expect(faults(codes, { channels: 2, tag: 3, bits: 32 }).firstNonFinite).toBe(1);
  });
});
