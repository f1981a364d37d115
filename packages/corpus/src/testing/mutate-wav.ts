import { type WavClaims, writeWav } from './write-wav.ts';

const FORMATS = [
  { bits: 8 },
  { bits: 16 },
  { bits: 24 },
  { bits: 32 },
  { bits: 32, tag: 3 },
  { bits: 64, tag: 3 },
  { bits: 8, tag: 6 },
  { bits: 8, tag: 7 },
];
const CONTAINERS = ['RIFF', 'RIFX', 'RF64'] as const;
/** Values at which sizes, counts and signs overflow. */
const EDGES = [0, 1, 2, 7, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];
/** What headers say in place of the truth: what writers leave, and what nobody should believe. */
const CLAIMS: readonly WavClaims[] = [
  {},
  { blockAlign: 0 },
  { blockAlign: 0xffff },
  { blockAlign: 4, bits: 24 },
  { bits: 0 },
  { bits: 1 },
  { bits: 24 },
  { bits: 0xffff },
  { validBits: 0xffff },
  { byteRate: 1 },
  { byteRate: 0xffffffff },
  { dataSize: 0 },
  { dataSize: 1 },
  { dataSize: 0x7fffffff, riffSize: 0 },
  { dataSize: 0xffffffff, riffSize: 0xffffffff },
  { dataSize: 0xfff00000 },
  { dataSize: 0x70000000, riffSize: 0x70000024 },
  { dataSize64: 0 },
  { dataSize64: 2 ** 40 },
  { dataSize64: 2 ** 63, riffSize: 2 ** 63 },
];
/** What may stand before a file, or behind it: a tag, a second chunk of samples, no chunk at all. */
const TAG = [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 3, 1, 2, 3];
const HUGE_TAG = [0x49, 0x44, 0x33, 4, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f];
const SECOND_DATA = [0x64, 0x61, 0x74, 0x61, 4, 0, 0, 0, 1, 2, 3, 4];
const CUT_CHUNK = [0x4c, 0x49, 0x53, 0x54, 0xff, 0xff, 0xff, 0x7f];
const BEFORE = [[], [], [], [], [], [], TAG, TAG, HUGE_TAG, [0]];
const BEHIND = [[], [], [], SECOND_DATA, CUT_CHUNK, [0xff, 0xfe, 0xfd, 0xfc, 1, 2, 3, 4, 5]];
/** Bytes that cover the headers of every container, and some more. */
const HEADER = 120;

/** Damaged WAV files: `count` of them, the same for the same seed, one at a time. */
export function* mutatedWavs(
  count: number,
  { seed = 1, frames = 4800 }: { seed?: number; frames?: number } = {},
): Generator<Uint8Array> {
  let state = seed;
  // Mulberry32: small, and good enough to choose bytes.
  const random = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
  for (let i = 0; i < count; i++) {
    const channels = 1 + random(2);
    let bytes: Uint8Array<ArrayBuffer> = writeWav(new Float32Array(frames * channels), {
      ...FORMATS[random(FORMATS.length)],
      channels,
      container: CONTAINERS[random(CONTAINERS.length)],
      extensible: random(2) === 1,
      junk: random(4),
      claims: { ...CLAIMS[random(CLAIMS.length)], ...CLAIMS[random(CLAIMS.length)] },
    });
    const before = BEFORE[random(BEFORE.length)];
    const behind = BEHIND[random(BEHIND.length)];
    bytes = joined(Uint8Array.from(before), bytes, Uint8Array.from(behind));
    const view = new DataView(bytes.buffer);
    // Every second file has no fault but those.
    for (let edits = random(2) * (1 + random(4)); edits > 0; edits--) {
      const at = random(HEADER - 4);
      const edge = EDGES[random(EDGES.length)];
      const kind = random(4);
      if (kind === 0) bytes[at] = random(256);
      else if (kind === 1) view.setUint32(at & ~1, edge, true);
      else if (kind === 2) view.setUint16(at & ~1, edge, true);
      // A chunk of the file copied over another part of its header.
      else bytes.copyWithin(at, random(HEADER), random(HEADER));
    }
    // One in three is cut as well, half of those within the header.
    if (random(3) === 0) bytes = bytes.slice(0, random(random(2) ? HEADER : bytes.length));
    yield bytes;
  }
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
