/**
 * The cells, int32, through which the main thread and its helpers talk. A job is a list of chunks.
 *
 * `next` holds minus the chunks that nobody has taken: whoever adds one to a negative number has
 * taken a chunk. From zero on there is no work, so that a helper that wakes late takes nothing from
 * a job that is over, nor from one that is still being written.
 */
export const cells = {
  /** Changes when a job is posted; helpers sleep on it. */
  wake: 0,
  next: 1,
  /** Chunks that are finished; the main thread sleeps on it. */
  done: 2,
  /** Helpers that are ready. */
  ready: 3,
  /** Number of the job; a helper that sees a new one lays out the filter again. */
  job: 4,
  /** Index into `functions`. */
  name: 5,
  chunks: 6,
  unitsPerChunk: 7,
  units: 8,
  a: 9,
  b: 10,
  output: 11,
  scratch: 12,
  scratchBytes: 13,
  /** Fifteen numbers for `setGeometry`. */
  geometry: 16,
  /** One cell a chunk: `BY_HELPER` once a helper has finished it. */
  owner: 32,
} as const;

export const MAX_CHUNKS = 64;
export const CELL_COUNT: number = cells.owner + MAX_CHUNKS;
export const BY_HELPER = 1;

/** What a helper may be asked to run. */
export const functions = ['convolution', 'filterGradient', 'inputGradient'] as const;
