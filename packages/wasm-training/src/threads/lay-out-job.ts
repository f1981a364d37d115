import type { Job } from './job.ts';

/** Where a job's operands lie in the workers' memory. */
export interface JobLayout {
  a: number;
  b: number;
  output: number;
  /** The first worker's scratch. The others' follow. */
  scratch: number;
  /** Bytes from one worker's scratch to the next one's. */
  scratchBytes: number;
  /** Where the last region ends. */
  end: number;
}

/** Where data begin; address 0 stands for nothing. */
const FIRST_ADDRESS = 64;
const VECTOR_BYTES = 16;

/** To whole vectors. Not with bits: addresses pass 2³¹. */
const roundUp = (bytes: number): number => Math.ceil(bytes / VECTOR_BYTES) * VECTOR_BYTES;

/** Places a job's operands, and scratch for each worker, one after the other. */
export function layOutJob({ inputs, output, scratchBytes }: Job, workers: number): JobLayout {
  const [aBytes, bBytes] = inputs.map(({ bytes }) => roundUp(bytes));
  const a = FIRST_ADDRESS;
  const b = a + aBytes;
  const outputAt = b + bBytes;
  const scratch = outputAt + roundUp(output.bytes);
  const scratchEach = roundUp(scratchBytes);
  const end = scratch + scratchEach * workers;
  return { a, b, output: outputAt, scratch, scratchBytes: scratchEach, end };
}
