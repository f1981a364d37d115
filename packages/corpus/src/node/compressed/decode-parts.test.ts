import { expect, it } from 'vitest';
import { CorpusError } from '../../corpus-error.ts';
import { AUDIO_CASES, audioCase } from '../../testing/audio-goldens.ts';
import { sniffFormat } from '../../wav/sniff-format.ts';
import type { Container } from './container.ts';
import { decodeParts } from './decode-parts.ts';
import { inspectCompressed } from './inspect-compressed.ts';

const errorOf = (got: string): CorpusError => new CorpusError('unreadable-audio', got);
const containerOf = (bytes: Uint8Array): Container => {
  const container = inspectCompressed(bytes, sniffFormat(bytes).format);
  if (container === undefined) throw new Error('no container');
  return container;
};

it.each(AUDIO_CASES)(
  '$name may have as many samples as there are, and none more',
  async ({ bytes }) => {
    const container = containerOf(bytes);
    const { audio } = await decodeParts(bytes, container, 'x', errorOf);
    const { length } = audio.samples;
    await expect(decodeParts(bytes, container, 'x', errorOf, length)).resolves.toEqual({ audio });
    await expect(decodeParts(bytes, container, 'x', errorOf, length - 1)).rejects.toMatchObject({
      code: 'unreadable-audio',
      message: `more than ${length - 1} samples (cut it into clips)`,
    });
  },
);

it('says of a whole file how long it is at least, and of FLAC at most', () => {
  const lengths = AUDIO_CASES.map(({ name, bytes }) => {
    const { least, most, fault } = containerOf(bytes);
    expect(fault).toBeUndefined();
    return [name, least, most];
  });
  expect(lengths).toEqual([
    ['flac of 16 bits', 1920, 1920],
    ['flac of 24 bits, stereo', 5292, expect.any(Number)],
    ['mp3', 1920, undefined],
    ['mp3 of FFmpeg, stereo', 5292, undefined],
    ['vorbis', 0, undefined],
    ['vorbis, stereo', 0, undefined],
    ['opus', 0, undefined],
    ['opus of FFmpeg, stereo', 0, undefined],
    ['aac in m4a', 0, undefined],
    ['aac in m4a, stereo', 0, undefined],
    ['alac in m4a', 0, undefined],
    ['aac in adts', 6144, undefined],
    ['aac in adts of 16 kHz', 2048, undefined],
  ]);
});

it('refuses a megabyte of FLAC that says 2 billion samples of silence, before it decodes it', async () => {
  const { bytes } = audioCase('flac of 16 bits');
  // A frame of 32,768 equal samples takes 14 bytes.
  const frame = Uint8Array.from([0xff, 0xf8, 0xf9, 0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const bomb = Buffer.concat([bytes.subarray(0, 86), ...Array(70_000).fill(frame)]);
  const before = process.memoryUsage().rss;
  await expect(decodeParts(bomb, containerOf(bomb), 'x', errorOf)).rejects.toThrow(
    'more than 268435456 samples',
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
});
