import { cached } from '../../util/cached.ts';
import { numberPlan } from '../fft/kernel-plan.ts';
import { radices } from '../fft/radices.ts';
import { realTwiddles } from '../fft/twiddle-factors.ts';
import { DOUBLE_BYTES } from './bytes.ts';
import type { Room } from './room.ts';

/** Where a transform of real signals has its room, in the order of the kernels' arguments. */
export type TransformRoom = readonly [
  signal: number,
  spectrum: number,
  x: number,
  y: number,
  plan: number,
  realTwiddles: number,
];

/** Spectra are read and written in pairs, so up to one is beyond the last. */
const BEYOND = 1;

/** How many lengths' factors are cached. */
const CACHED_SIZES = 4;
const cache = new Map<number, [complex: Float64Array, real: Float64Array]>();

/** Reserves the room of a transform of `size`: a multiple of 8 from 16 on with the factors 2, 3 and 5. */
export function reserveTransform(room: Room, size: number): TransformRoom {
  const [complex, real] = factors(size);
  return [
    room.reserve(DOUBLE_BYTES * size),
    room.reserve(DOUBLE_BYTES * (size + 2 + 2 * BEYOND)),
    room.reserve(DOUBLE_BYTES * size),
    room.reserve(DOUBLE_BYTES * size),
    room.reserve(DOUBLE_BYTES * complex.length),
    room.reserve(DOUBLE_BYTES * real.length),
  ];
}

/** Writes the factors of a transform to its room. */
export function writeFactors(
  buffer: ArrayBuffer,
  [, , , , complexAt, realAt]: TransformRoom,
  size: number,
): void {
  const [complex, real] = factors(size);
  new Float64Array(buffer, complexAt, complex.length).set(complex);
  new Float64Array(buffer, realAt, real.length).set(real);
}

function factors(size: number): [complex: Float64Array, real: Float64Array] {
  return cached(cache, CACHED_SIZES, size, () => {
    const { cos, sin } = realTwiddles(size / 2);
    const both = new Float64Array(cos.length + sin.length);
    both.set(cos);
    both.set(sin, cos.length);
    return [numberPlan(radices(size / 2) ?? []), both];
  });
}
