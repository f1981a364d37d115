import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CorpusError } from '../corpus-error.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import { readWavHeader } from '../wav/read-wav-header.ts';
import { mutatedWavs } from './mutate-wav.ts';

/** Milliseconds of processor time, which other processes do not change. */
const MAX_MILLISECONDS = 50;
/** Bytes for blocks beside the decoded samples, and what an error may take. */
const MAX_BESIDE = 24 * 1024 + 1024;
const MAX_REFUSED = 1024;
/** Bytes on each side of a file that decoding may not read. */
const AROUND = 64;
/** Bytes after which garbage is collected, so that it never is within a decode. */
const COLLECT_AT = 8e6;

/** One damaged file, and a figure about it. */
interface Worst {
  value: number;
  /** Its number, from 0. */
  file: number;
  bytes: number;
}

/** What the damaged files did. */
export interface FuzzReport {
  files: number;
  /** How many decoded, and how many were refused with each code. */
  outcomes: Record<string, number>;
  /** Milliseconds of processor time; the first files are decoded before the engine has compiled. */
  slowest: Worst;
  /** The same by the clock. */
  slowestByClock: Worst;
  /** Memory taken as a multiple of the file, of mono with 8 bits and of everything else. */
  largest: { mono8: Worst; others: Worst };
  /** Bytes taken beside the decoded samples. */
  beside: Worst;
  /** Bytes taken for a file that was refused. */
  refused: Worst;
  /** Every file that broke a rule, and which; none is the goal. */
  breaches: string[];
}

/**
 * Decodes damaged WAV files and counts the breaches of four rules. A file gives samples or throws a
 * `CorpusError`. It takes 50 ms of processor time at most. It takes memory for the samples that are
 * in the file and for one block: 4 bytes a sample, which is twice the file, or four times where it
 * is mono with 8 bits. Its samples do not depend on the bytes around it.
 */
export function fuzzDecodeWav({
  count,
  frames,
  seed,
}: {
  count: number;
  frames: number;
  seed: number;
}): FuzzReport {
  const none = (): Worst => ({ value: 0, file: -1, bytes: 0 });
  const report: FuzzReport = {
    files: 0,
    outcomes: {},
    slowest: none(),
    slowestByClock: none(),
    largest: { mono8: none(), others: none() },
    beside: none(),
    refused: none(),
    breaches: [],
  };
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (const wav of mutatedWavs(count, { seed, frames })) {
    const file = report.files++;
    const breach = (rule: string): void => {
      report.breaches.push(`file ${file} of ${wav.length} bytes ${rule}`);
    };
    const note = (worst: Worst, value: number, most = Number.POSITIVE_INFINITY): void => {
      if (value > worst.value) Object.assign(worst, { value, file, bytes: wav.length });
      if (value > most) breach(`took ${value}, more than ${most}`);
    };
    const around = new Uint8Array(wav.length + 2 * AROUND).fill(0xff);
    // An odd offset in every second file: typed arrays would refuse most of them.
    const start = AROUND - (file % 2);
    const bytes = around.subarray(start, start + wav.length);
    bytes.set(wav);

    if (process.memoryUsage().arrayBuffers > COLLECT_AT) collect();
    // A file that is cut is refused, or else read as far as it goes.
    const truncated = file % 4 < 2 ? 'error' : 'read';
    const before = process.memoryUsage().arrayBuffers;
    const clock = performance.now();
    const cpu = process.threadCpuUsage();
    const samples = decodeOrRefuse(bytes, truncated);
    const { user, system } = process.threadCpuUsage(cpu);
    note(report.slowestByClock, performance.now() - clock);
    note(report.slowest, (user + system) / 1000, MAX_MILLISECONDS);
    const taken = process.memoryUsage().arrayBuffers - before;

    const outcome = typeof samples === 'string' ? samples : 'decoded';
    report.outcomes[outcome] = (report.outcomes[outcome] ?? 0) + 1;
    if (typeof samples === 'string') {
      note(report.refused, taken, MAX_REFUSED);
      continue;
    }
    note(report.beside, taken - samples.byteLength, MAX_BESIDE);
    const { channels, bytesPerSample } = readWavHeader(bytes, { truncated });
    const isMono8 = channels * bytesPerSample === 1;
    const times = samples.byteLength / wav.length;
    note(report.largest[isMono8 ? 'mono8' : 'others'], times, isMono8 ? 4 : 2);
    around.fill(0, 0, start).fill(0, start + wav.length);
    const again = decodeOrRefuse(bytes, truncated);
    if (typeof again === 'string' || !sameBits(samples, again)) breach('depends on its neighbours');
  }
  return report;
}

function decodeOrRefuse(bytes: Uint8Array, truncated: 'error' | 'read'): Float32Array | string {
  try {
    return decodeWav(bytes, { truncated }).samples;
  } catch (error) {
    // Another error, such as a RangeError for a read outside, is a bug.
    if (!CorpusError.isInstance(error)) throw error;
    return error.code;
  }
}

function sameBits(a: Float32Array, b: Float32Array): boolean {
  const view = (x: Float32Array): Buffer => Buffer.from(x.buffer, x.byteOffset, x.byteLength);
  return view(a).equals(view(b));
}
