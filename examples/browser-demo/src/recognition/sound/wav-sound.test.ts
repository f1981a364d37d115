import { type Audio, decodeWav } from '@ser/corpus';
import { expect, it } from 'vitest';
import { encodeWav } from './encode-wav.ts';
import { joined } from './gathered.ts';
import { wavSound } from './wav-sound.ts';

const RATE = 1000;
/** Bytes from which files are read in pieces. */
const SMALL = 100_000;
const SECONDS = 95;
const samples = Float32Array.from(
  { length: SECONDS * RATE },
  (_, i) => ((i * 7919) % 65_000) / 65_000,
);
const wav = encodeWav({ samples, sampleRate: RATE });

async function read(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ audio: Audio; sizes: number[]; duration: number }> {
  const sound = await wavSound(new File([bytes], 'a.wav'), SMALL);
  const parts: Audio[] = [];
  const { signal } = new AbortController();
  for await (const piece of sound.pieces(signal)) parts.push(piece as Audio);
  return {
    audio: joined(parts) as Audio,
    sizes: parts.map((part) => part.samples.length / RATE),
    duration: sound.duration,
  };
}

it('reads a large file in pieces of ten seconds, which are what decodeWav gives', async () => {
  const { audio, sizes, duration } = await read(wav);
  expect(sizes).toEqual([...new Array(9).fill(10), 5]);
  expect(duration).toBe(SECONDS);
  expect(audio.samples).toEqual(decodeWav(wav).samples);
});

it('takes no chunk after the samples for samples', async () => {
  const after = new TextEncoder().encode('LIST\x04\0\0\0INFO');
  const { duration } = await read(Uint8Array.from([...wav, ...after]));
  expect(duration).toBe(SECONDS);
});

it.each([0, 0xffffffff])('reads to the end where the header says %d bytes', async (size) => {
  const bytes = wav.slice();
  new DataView(bytes.buffer).setUint32(40, size, true);
  expect((await read(bytes)).duration).toBe(SECONDS);
});

it('reads what is there of a large file that is cut', async () => {
  expect((await read(wav.slice(0, 44 + 2 * 90 * RATE))).duration).toBe(90);
});

it('is cut into pieces where it is small, too', async () => {
  const { sizes } = await read(
    encodeWav({ samples: samples.subarray(0, 25 * RATE), sampleRate: RATE }),
  );
  expect(sizes).toEqual([10, 10, 5]);
});

it('throws what decodeWav throws', async () => {
  const file = new File(['no wav'], 'b.wav');
  await expect(wavSound(file)).rejects.toMatchObject({ code: 'not-wav' });
});

it('stops when it is told to', async () => {
  const sound = await wavSound(new File([wav], 'a.wav'), SMALL);
  const controller = new AbortController();
  controller.abort(new Error('enough'));
  await expect(async () => {
    for await (const _ of sound.pieces(controller.signal)) throw new Error('a piece came');
  }).rejects.toThrow('enough');
});
