// Decodes 10,000 damaged WAV files and prints the slowest and the largest: `pnpm --filter
// @ser/ravdess fuzz`. Run it on a quiet machine; the tests hold the same files to the same errors.
import { performance } from 'node:perf_hooks';
import { decodeWav } from '../decode-wav.ts';
import { RavdessError } from '../ravdess-error.ts';
import { mutatedWavs } from './mutate-wav.ts';

const COUNT = 10_000;
const outcomes: Record<string, number> = {};
let slowest = { milliseconds: 0, file: -1, bytes: 0 };
// Without the time that other programs took from this one.
let slowestByCpu = { milliseconds: 0, file: -1, bytes: 0 };
// Bytes that were taken for a file that was refused.
let refused = 0;
let largest = { timesDecoded: 0, taken: 0, file: -1, bytes: 0 };
let file = 0;
// A second at 48 kHz: files of 48 to 768 kB. RAVDESS has 331 to 960 kB.
for (const bytes of mutatedWavs(COUNT, { seed: 20261122, frames: 48_000 })) {
  const before = process.memoryUsage().arrayBuffers;
  const start = performance.now();
  const cpu = process.threadCpuUsage();
  let outcome = 'decoded';
  let decoded = 0;
  try {
    decoded = decodeWav(bytes).samples.byteLength;
  } catch (error) {
    if (!RavdessError.isInstance(error)) throw error;
    outcome = error.code;
  }
  const milliseconds = performance.now() - start;
  const { user, system } = process.threadCpuUsage(cpu);
  const cpuMilliseconds = (user + system) / 1000;
  // What was allocated, wanted or not: nothing is collected within a decode.
  const taken = process.memoryUsage().arrayBuffers - before;
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, file, bytes: bytes.length };
  if (cpuMilliseconds > slowestByCpu.milliseconds) {
    slowestByCpu = { milliseconds: cpuMilliseconds, file, bytes: bytes.length };
  }
  // Below that, the block that channels are averaged in counts for most.
  if (decoded > 2 ** 17 && taken / decoded > largest.timesDecoded) {
    largest = { timesDecoded: taken / decoded, taken, file, bytes: bytes.length };
  }
  if (decoded === 0) refused = Math.max(refused, taken);
  file++;
}
console.log({ files: file, outcomes, slowest, slowestByCpu, largest, refused });
