import type { ConvolutionName } from '../native/native-exports.ts';

/**
 * The cells, int32, through which the main thread and the workers talk. A job is a list of chunks,
 * which the main thread deals one by one.
 *
 * Dealt chunks are numbered through all jobs, and past 2³¹ from −2³¹ on. So a worker that wakes late
 * takes nothing from a job that is over, nor from one that is still being written: a thread takes
 * the chunk `taken` by adding 1 to it, which succeeds for one thread alone.
 */
export const cells = {
  /** The number of the next chunk that is dealt. Workers sleep on it. */
  dealt: 0,
  /** The number of the next chunk that is taken. */
  taken: 1,
  /** Chunks that are finished. The main thread sleeps on it. */
  done: 2,
  /** Workers that are ready. */
  ready: 3,
  /** Number of the job. A worker that meets a new number lays out the filter again. */
  job: 4,
  /** Index into `functions`. */
  function: 5,
  /** The number of the job's first chunk. */
  firstChunk: 6,
  unitsPerChunk: 7,
  units: 8,
  a: 9,
  b: 10,
  output: 11,
  scratch: 12,
  scratchBytes: 13,
  /** 1 once a worker has met a number that is not finite in transforms. */
  notFinite: 15,
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
