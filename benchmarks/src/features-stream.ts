import { createFrameStream, presets } from '@ser/features';

const CHUNK = 128;
const HOUR = 3600;

/** An hour of live audio through `createFrameStream`, an AudioWorklet's 128 samples at a time. */
export function featuresStream(): Promise<void> {
  const chunk = new Float32Array(CHUNK);
  for (const name of ['logMel', 'prosody'] as const) {
    const { sampleRate } = presets[name];
    const stream = createFrameStream(presets[name]);
    const frame = new Float32Array(stream.names.length);
    let state = 1;
    let frames = 0;
    let peak = 0;
    const start = performance.now();
    for (let at = 0; at < HOUR * sampleRate; at += CHUNK) {
      for (let i = 0; i < CHUNK; i++) {
        state = (Math.imul(1664525, state) + 1013904223) >>> 0;
        chunk[i] = state / 2 ** 31 - 1;
      }
      stream.push(chunk);
      while (stream.pull(frame)) frames++;
      if (at % (sampleRate * 60) < CHUNK) peak = Math.max(peak, process.memoryUsage.rss());
    }
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `${name}: an hour, ${frames} frames, in ${seconds.toFixed(1)} s ` +
        `(${(HOUR / seconds).toFixed(0)} × real time), process at most ${(peak / 2 ** 20).toFixed(0)} MB`,
    );
  }
  return Promise.resolve();
}
