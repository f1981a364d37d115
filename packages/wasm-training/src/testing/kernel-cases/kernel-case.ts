import type { Kind } from '../kinds.ts';

/** A kernel that tfjs' cpu backend has too, with what it is given. */
export interface KernelCase {
  kernel: string;
  /** Shapes of its inputs. The first axis of those with more than one is the batch. */
  inputs: Record<string, number[]>;
  attrs?: object;
  /** The kinds that tfjs gives to it. Default: all. */
  kinds?: readonly Kind[];
  /** Inputs that are int32 whatever the kind. Default: none. */
  indices?: string[];
  /** Inputs that hold no NaN. Default: none. */
  finite?: string[];
}

export const FLOATS: readonly Kind[] = ['float32', 'NaN', 'infinities'];
export const NUMBERS: readonly Kind[] = [...FLOATS, 'int32'];
/** Sums meet infinities of both signs in another order: NaN on one backend, ±Infinity on another. */
export const SUMMED: readonly Kind[] = ['float32', 'int32', 'bool', 'NaN'];

/** Padding is a row of zeros, and 0 times a filter's NaN is NaN; the cpu backend skips padding. */
export const steady: { finite: string[] } = { finite: ['filter'] };

/** The shape of the images that the cases have. */
export const image: number[] = [2, 5, 6, 3];

/** Padding of every sort that tfjs knows. */
export const pads: (string | number | number[][])[] = [
  'same',
  'valid',
  0,
  1,
  2,
  3,
  [
    [0, 0],
    [2, 1],
    [0, 3],
    [0, 0],
  ],
];

/** A dy that fits, and one that is larger than the input and the filter have it. */
export const both = (shape: number[]): number[][] => [
  shape,
  shape.map((size, i) => size + (i < 3 ? 1 : 0)),
];
