import { getHeapStatistics } from 'node:v8';
import { createFrameStream, presets } from '@ser/features';

const CHUNK = 128;
const HOUR = 3600;

/** An hour of live audio through `createFrameStream`, an AudioWorklet's 128 samples at a time. */
export function featuresStream(): Promise<void> {
  const chunks = Array.from({ length: CHUNK }, noise);
  for (const name of ['logMel', 'prosody'] as const) {
    const { sampleRate } = presets[name];
    const stream = createFrameStream(presets[name]);
    const frame = new Float32Array(stream.names.length);
    let frames = 0;
    let peak = 0;
    let heap = 0;
    const start = performance.now();
    const length = HOUR * sampleRate;
    for (let at = 0; at < length; at += CHUNK) {
      // What the first half leaves on the heap is V8's, before it compiles.
      if (heap === 0 && at >= length / 2) heap = allocated();
      stream.push(chunks[(at / CHUNK) % CHUNK]);
      while (stream.pull(frame)) frames++;
      if (at % (sampleRate * 60) < CHUNK) peak = Math.max(peak, process.memoryUsage.rss());
    }
    const left = (allocated() - heap) / (frames / 2);
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `${name}: an hour, ${frames} frames, in ${seconds.toFixed(1)} s ` +
        `(${(HOUR / seconds).toFixed(0)} × real time), process at most ${(peak / 2 ** 20).toFixed(0)} MB, ` +
        `${left.toFixed(0)} bytes a frame left on the heap`,
    );
  }
  return Promise.resolve();
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
