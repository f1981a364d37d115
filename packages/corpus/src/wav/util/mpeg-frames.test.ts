import { describe, expect, it } from 'vitest';
import { sniffMpegFrames } from './mpeg-frames.ts';

/** Kilobits a second of layer III, ISO/IEC 11172-3 and 13818-3, by their index from 1. */
const MPEG_1 = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const MPEG_2 = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const VERSIONS = [
  {
    name: 'MPEG 1',
    bits: 3,
    bitRates: MPEG_1,
    sampleRates: [44_100, 48_000, 32_000],
    samples: 1152,
  },
  {
    name: 'MPEG 2',
    bits: 2,
    bitRates: MPEG_2,
    sampleRates: [22_050, 24_000, 16_000],
    samples: 576,
  },
  {
    name: 'MPEG 2.5',
    bits: 0,
    bitRates: MPEG_2,
    sampleRates: [11_025, 12_000, 8000],
    samples: 576,
  },
];

/** Two headers, as far apart as a frame has bytes, and a few bytes more. */
function twoFrames(header: readonly number[], length: number): Uint8Array {
  const bytes = new Uint8Array(length + header.length + 8);
  bytes.set(header);
  bytes.set(header, length);
  return bytes;
}

describe.each(VERSIONS)('layer III of $name', ({ bits, bitRates, sampleRates, samples }) => {
  const headerOf = (bitRate: number, sampleRate: number, padding = 0): number[] => [
    0xff,
    0xe0 | (bits << 3) | 0b011,
    ((bitRate + 1) << 4) | (sampleRate << 2) | (padding << 1),
    0,
  ];

  it('has frames of the length of each bit rate and sample rate', () => {
    bitRates.forEach((kilobits, b) => {
      sampleRates.forEach((hertz, s) => {
        for (const padding of [0, 1]) {
          const length = Math.floor(((samples / 8) * kilobits * 1000) / hertz) + padding;
          const header = headerOf(b, s, padding);
          expect(sniffMpegFrames(twoFrames(header, length))).toBe('mp3');
          expect(sniffMpegFrames(twoFrames(header, length + 1))).toBeUndefined();
          expect(sniffMpegFrames(twoFrames(header, length - 1))).toBeUndefined();
        }
      });
    });
  });

  it.each([
    ['a free bit rate', (h: number[]) => [h[0], h[1], h[2] & 0x0f, 0]],
    ['a bit rate that is none', (h: number[]) => [h[0], h[1], h[2] | 0xf0, 0]],
    ['a sample rate that is none', (h: number[]) => [h[0], h[1], h[2] | 0x0c, 0]],
    ['another layer', (h: number[]) => [h[0], h[1] ^ 0b110, h[2], 0]],
    ['no mark', (h: number[]) => [0xfe, h[1], h[2], 0]],
    ['half a mark', (h: number[]) => [h[0], h[1] & 0x1f, h[2], 0]],
  ])('is not what has %s', (_, change) => {
    expect(sniffMpegFrames(Uint8Array.from(change(headerOf(5, 0))))).toBeUndefined();
  });

  it('is taken for it where the second frame is not there', () => {
    const frame = twoFrames(headerOf(8, 0), 100).subarray(0, 4);
    expect(sniffMpegFrames(frame)).toBe('mp3');
    expect(sniffMpegFrames(frame.subarray(0, 3))).toBeUndefined();
  });
});

it('no frame is of the version that there is not', () => {
  expect(sniffMpegFrames(Uint8Array.of(0xff, 0xe8 | 0b011, 0x50, 0))).toBeUndefined();
});

describe('AAC', () => {
  /** A header of ADTS with a length of 13 bits. */
  const headerOf = (length: number): number[] => [
    0xff,
    0xf1,
    0x50,
    0x80 | (length >> 11),
    (length >> 3) & 255,
    ((length & 7) << 5) | 0x1f,
    0xfc,
  ];

  it.each([7, 8, 300, 2047, 2048, 8191])('has frames of %d bytes', (length) => {
    expect(sniffMpegFrames(twoFrames(headerOf(length), length))).toBe('aac');
    expect(sniffMpegFrames(twoFrames(headerOf(length), length + 1))).toBeUndefined();
  });

  it('has no frame that is shorter than its header', () => {
    expect(sniffMpegFrames(twoFrames(headerOf(6), 6))).toBeUndefined();
    expect(sniffMpegFrames(Uint8Array.from(headerOf(300)).subarray(0, 6))).toBeUndefined();
  });

  it.each([0xf0, 0xf1, 0xf8, 0xf9])('begins with %d behind its first byte', (second) => {
    const bytes = Uint8Array.from(headerOf(300));
    bytes[1] = second;
    expect(sniffMpegFrames(bytes)).toBe('aac');
  });

  it.each([0xf2, 0xf4, 0xe0])('does not begin with %d behind its first byte', (second) => {
    const bytes = Uint8Array.from(headerOf(300));
    bytes[1] = second;
    expect(sniffMpegFrames(bytes)).not.toBe('aac');
  });
});
