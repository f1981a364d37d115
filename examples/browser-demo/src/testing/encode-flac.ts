import type { Audio } from '@ser/recognizer';

const BLOCK = 4096;

/** Big-endian bits. */
class BitWriter {
  readonly bytes: number[] = [];
  #held = 0;
  #count = 0;

  write(value: number, bits: number): void {
    for (let bit = bits - 1; bit >= 0; bit--) {
      this.#held = (this.#held << 1) | (Math.floor(value / 2 ** bit) & 1);
      if (++this.#count < 8) continue;
      this.bytes.push(this.#held);
      this.#held = 0;
      this.#count = 0;
    }
  }
}

function crc(bytes: readonly number[], bits: 8 | 16, polynomial: number): number {
  const top = 2 ** (bits - 1);
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << (bits - 8);
    for (let i = 0; i < 8; i++) {
      sum = (sum & top ? (sum << 1) ^ polynomial : sum << 1) & (2 * top - 1);
    }
  }
  return sum;
}

/** UTF-8's way to write a frame's number. */
const numbered = (n: number): number[] =>
  n < 0x80 ? [n] : n < 0x800 ? [0xc0 | (n >> 6), 0x80 | (n & 63)] : fail(n);

function fail(n: number): never {
  throw new Error(`frame ${n} is one too many for a test`);
}

/** Mono sound of 16 bits at 16 kHz as a FLAC file (RFC 9639) that compresses silence alone. */
export function encodeFlac({ samples, sampleRate }: Audio): Uint8Array {
  const info = new BitWriter();
  info.write(0x664c6143, 32);
  info.write(0x80000022, 32);
  info.write(BLOCK, 16);
  info.write(BLOCK, 16);
  info.write(0, 48);
  info.write(sampleRate, 20);
  info.write(0, 3);
  info.write(15, 5);
  info.write(samples.length, 36);
  for (let i = 0; i < 4; i++) info.write(0, 32);
  const chunks = [info.bytes];
  for (let at = 0, frame = 0; at < samples.length; at += BLOCK, frame++) {
    const block = Array.from(samples.subarray(at, at + BLOCK), (x) => Math.round(32767 * x));
    const head = [0xff, 0xf8, 0x75, 0x08, ...numbered(frame)];
    const size = block.length - 1;
    head.push(size >> 8, size & 255);
    head.push(crc(head, 8, 0x07));
    const isSilent = block.every((value) => value === 0);
    const data = isSilent ? [0, 0, 0] : [2, ...block.flatMap((v) => [(v >> 8) & 255, v & 255])];
    const body = [...head, ...data];
    const check = crc(body, 16, 0x8005);
    chunks.push([...body, check >> 8, check & 255]);
  }
  return Uint8Array.from(chunks.flat());
}
