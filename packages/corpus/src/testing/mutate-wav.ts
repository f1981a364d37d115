import { writeWav } from './write-wav.ts';

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
    let bytes = writeWav(new Float32Array(frames * channels), {
      ...FORMATS[random(FORMATS.length)],
      channels,
      container: CONTAINERS[random(CONTAINERS.length)],
      extensible: random(2) === 1,
      junk: random(4),
    });
    const view = new DataView(bytes.buffer);
    for (let edits = 1 + random(4); edits > 0; edits--) {
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
