import { expect, test } from 'vitest';
import { writeWav } from '../testing/write-wav.ts';
import { inspectWav } from './inspect-wav.ts';
import { readWavHeader } from './read-wav-header.ts';

test('it gives the header', () => {
  const bytes = writeWav([1, 2, 3, 4], { channels: 2, sampleRate: 8000 });
  expect(inspectWav(bytes).header).toEqual(readWavHeader(bytes));
});

test('it counts clipped samples and takes the peak', () => {
  const bytes = writeWav([0, -16384, 32767, 32767, 32767]);
  expect(inspectWav(bytes)).toMatchObject({ clippedSamples: 3, peak: 32767 / 32768 });
});

test('samples that are no numbers are named', () => {
  const bytes = writeWav([0, Number.NaN], { tag: 3, bits: 32 });
  expect(() => inspectWav(bytes, { name: 'x.wav' })).toThrow(
    expect.objectContaining({
      code: 'bad-audio',
      file: 'x.wav',
      message: 'inspectWav: x.wav must hold finite samples, got NaN or infinity in frame 1',
    }),
  );
});

test('a damaged file is refused as `decodeWav` does', () => {
  expect(() => inspectWav(writeWav([1, 2]).subarray(0, 30))).toThrow(
    expect.objectContaining({ code: 'truncated-wav' }),
  );
});

test('what a cut file has is looked at where the caller asks for it', () => {
  const bytes = writeWav([16384, 8192, 4096]).subarray(0, 44 + 4);
  expect(inspectWav(bytes, { truncated: 'read' })).toMatchObject({ peak: 0.5 });
});
