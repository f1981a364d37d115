import { getHeapStatistics } from 'node:v8';
import { createFrameStream, presets } from '@ser/features';

const CHUNK = 128;
const MINUTES = 60;
// Until V8 has compiled the loops it keeps numbers on the heap. Only the last minutes count.
const SETTLED = 10;

/** What is played: a preset, and the rate in Hz of what is pushed. */
const PLAYED = [
  ['logMel', 16_000],
  ['prosody', 16_000],
  ['logMel', 44_100],
  ['logMel', 48_000],
  ['logMel', 8000],
] as const;

/** An hour of live audio through `createFrameStream`, an AudioWorklet's 128 samples at a time. */
export function featuresStream(): Promise<void> {
  for (const [name, sampleRate] of PLAYED) {
    const minute = player(name, sampleRate);
    let frames = 0;
    let peak = 0;
    let heap = 0;
    let settled = 0;
    const start = performance.now();
    for (let i = 0; i < MINUTES; i++) {
      if (i === MINUTES - SETTLED) {
        heap = allocated();
        settled = frames;
      }
      frames += minute();
      peak = Math.max(peak, process.memoryUsage.rss());
    }
    const seconds = (performance.now() - start) / 1000;
    const left = (allocated() - heap) / (frames - settled);
    console.log(
      `${name} of ${sampleRate} Hz: an hour, ${frames} frames, in ${seconds.toFixed(1)} s ` +
        `(${((60 * MINUTES) / seconds).toFixed(0)} × real time), ` +
        `process at most ${(peak / 2 ** 20).toFixed(0)} MB, ` +
        `${left.toFixed(0)} bytes a frame left on the heap at last`,
    );
  }
  return Promise.resolve();
}

/** Plays a minute to a stream of that preset; it returns how many frames came. */
function player(name: 'logMel' | 'prosody', sampleRate: number): () => number {
  const chunks = Array.from({ length: CHUNK }, noise);
  const stream = createFrameStream(presets[name], { sampleRate });
  const frame = new Float32Array(stream.names.length);
  const count = (sampleRate * 60) / CHUNK;
  let next = 0;
  return () => {
    let frames = 0;
    for (let i = 0; i < count; i++) {
      stream.push(chunks[next]);
      next = (next + 1) % CHUNK;
      while (stream.pull(frame)) frames++;
    }
    return frames;
  };
}

let state = 1;

function noise(): Float32Array {
  return new Float32Array(CHUNK).map(() => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** Bytes that the heap has given out so far; NaN where V8 does not say. */
function allocated(): number {
  const { total_allocated_bytes: bytes = Number.NaN } = getHeapStatistics() as {
    total_allocated_bytes?: number;
  };
  return bytes;
}
