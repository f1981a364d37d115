import { cached } from '../../util/cached.ts';
import { DOUBLE_BYTES } from '../wasm/bytes.ts';
import type { Room } from '../wasm/room.ts';
import { bluesteinFactors } from './bluestein.ts';
import { STAGE_ROOM, vectorPlan } from './kernel-plan.ts';
import { pairRadices } from './radices.ts';
import { realTwiddles } from './twiddle-factors.ts';

/** Bytes of two complex numbers. */
const VECTOR_BYTES: number = 4 * DOUBLE_BYTES;

/** Where the transform of two real signals has its room. */
export interface PairRoom {
  /** The plan that the kernels of assembly/pair-fft.ts take. */
  readonly plan: number;
  /** Room for the two signals, and one vector more. */
  readonly vectors: number;
  /** What to write where before the first transform. */
  readonly contents: readonly (readonly [address: number, values: Float64Array])[];
}

/** The tables of one length. */
interface Tables {
  readonly size: number;
  /** The length of the complex transform, and of Bluestein's inner one or 0. */
  readonly length: number;
  readonly inner: number;
  readonly stages: Float64Array;
  readonly real: Float64Array;
  readonly chirp: Float64Array;
  readonly kernel: Float64Array;
}

/** How many lengths' tables are cached. */
const CACHED_SIZES = 4;
const cache = new Map<number, Tables>();

/** Reserves the room of a transform of any `size` from 3 on. */
export function reservePair(room: Room, size: number): PairRoom {
  const tables = cached(cache, CACHED_SIZES, size, () => makeTables(size));
  const { length, inner, stages, real, chirp, kernel } = tables;
  const doubles = (count: number): number => room.reserve(DOUBLE_BYTES * count);
  const vectors = doubles(2 * (size + 1));
  const x = room.reserve(VECTOR_BYTES * (length + 1));
  const y = room.reserve(VECTOR_BYTES * (length + 1));
  const [u, v] = [0, 0].map(() => room.reserve(VECTOR_BYTES * inner));
  const at = [stages, real, chirp, kernel].map(
    (values) => [doubles(values.length), values] as const,
  );
  // In the order of assembly/pair-fft.ts.
  const header = Float64Array.of(
    size,
    length,
    inner,
    x,
    y,
    u,
    v,
    ...at.map(([address]) => address),
  );
  const plan = doubles(header.length);
  // Less than a vector for each number.
  const stageRoom = [
    at[0][0] + STAGE_ROOM,
    Float64Array.of(room.reserve(VECTOR_BYTES * length)),
  ] as const;
  return { plan, vectors, contents: [...at, stageRoom, [plan, header]] };
}

/** Writes a transform's tables to its room. */
export function writePair(buffer: ArrayBuffer, { contents }: PairRoom): void {
  for (const [address, values] of contents) {
    new Float64Array(buffer, address, values.length).set(values);
  }
}

function makeTables(size: number): Tables {
  const even = size % 2 === 0;
  const length = even ? size / 2 : size;
  const none = new Float64Array(0);
  const { cos, sin } = even ? realTwiddles(length) : { cos: none, sin: none };
  const real = new Float64Array(2 * cos.length);
  real.set(cos);
  real.set(sin, cos.length);
  const stages = pairRadices(length);
  if (stages) {
    return { size, length, inner: 0, stages: vectorPlan(stages), real, chirp: none, kernel: none };
  }
  const {
    inner,
    stages: innerStages,
    chirp,
    kernel,
  } = bluesteinFactors(length, even ? length : (length + 1) / 2);
  return {
    size,
    length,
    inner,
    stages: vectorPlan(innerStages),
    real,
    chirp,
    kernel,
  };
}
