import type { Geometry } from '../geometry/geometry.ts';
import type { ConvolutionName } from '../native/native-exports.ts';

/** A range of bytes in a WebAssembly memory. */
export interface Region {
  address: number;
  bytes: number;
}

/** A convolution, or a gradient of one, that threads can share: each computes some of the units. */
export interface Job {
  name: ConvolutionName;
  geometry: Geometry;
  /** Bytes of scratch that each thread needs. */
  scratchBytes: number;
  /** Pieces of the output, each computed by itself: images, or parts of a filter's gradient. */
  units: number;
  inputs: [Region, Region];
  /** Bytes of each input that the first `units` units need. */
  bytesFor(units: number): [number, number];
  output: Region;
  /** The memory of the regions. */
  memory: WebAssembly.Memory;
}

/**
 * Computes units [start, end) of a job on the calling thread, in the job's memory.
 *
 * @param pack Whether to lay out the filter first, as the thread's first call must.
 * @returns False where transforms have met a number that is not finite; then the units mean nothing.
 */
export type ComputeUnits = (start: number, end: number, pack: boolean) => boolean;
