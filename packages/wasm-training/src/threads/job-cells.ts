import type { ConvolutionName } from '../native/native-exports.ts';

/**
 * The cells, int32, through which the main thread and the workers talk. A job is a list of chunks.
 *
 * `next` holds minus the number of chunks that no thread has taken. A thread that adds 1 to a
 * negative number has taken a chunk. From 0 on there is nothing to take: a worker that wakes late
 * takes nothing from a job that is over, nor from one that is still being written.
 */
export const cells = {
  /** Changes when a job is posted. Workers sleep on it. */
  wake: 0,
  next: 1,
  /** Chunks that are finished. The main thread sleeps on it. */
  done: 2,
  /** Workers that are ready. */
  ready: 3,
  /** Number of the job. A worker that meets a new number lays out the filter again. */
  job: 4,
  /** Index into `functions`. */
  function: 5,
  chunks: 6,
  unitsPerChunk: 7,
  units: 8,
  a: 9,
  b: 10,
  output: 11,
  scratch: 12,
  scratchBytes: 13,
  /** The numbers of a `Geometry`, a cell each. */
  geometry: 16,
  /** One cell a chunk: `DONE_BY_WORKER` once a worker has finished it. */
  chunkState: 32,
} as const;

export const MAX_CHUNKS = 64;
export const CELL_COUNT: number = cells.chunkState + MAX_CHUNKS;
export const DONE_BY_WORKER = 1;

/** What a worker may be asked to run. */
export const functions: readonly ConvolutionName[] = [
  'convolution',
  'filterGradient',
  'inputGradient',
  'winogradConvolution',
  'winogradFilterGradient',
  'winogradInputGradient',
];
