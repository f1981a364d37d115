import { DOUBLE_BYTES } from './wasm/bytes.ts';
import { functionalKernels } from './wasm/kernels.ts';
import { Room } from './wasm/room.ts';

/** Selects order statistics of lists of one length. */
export interface RankSelector {
  /** A list, which callers write; it loses its order. */
  readonly values: Float64Array;
  /** The order statistics, which `select` writes. */
  readonly ranks: Float64Array;
  select(): void;
}

/** How many splits a place may take. Lists that are split badly are sorted instead. */
const SPLITS = 40;

const ADDRESS_BYTES = 4;

/**
 * A selector of the numbers that stand at some places when a list is sorted, -0 before 0: on
 * WebAssembly, where no branch depends on the numbers, and by sorting elsewhere.
 *
 * @param count The numbers of a list, at least one, none of them NaN.
 * @param places From 0 to before `count`, in ascending order.
 * @returns A selector that is valid until another kernel is called.
 */
export function rankSelector(count: number, places: readonly number[]): RankSelector {
  const most = SPLITS * places.length;
  const room = new Room();
  const valuesAt = room.reserve(DOUBLE_BYTES * count);
  const placesAt = room.reserve(Int32Array.BYTES_PER_ELEMENT * places.length);
  const ranksAt = room.reserve(DOUBLE_BYTES * places.length);
  const endsAt = room.reserve(ADDRESS_BYTES * (most + 2));
  const kernels = functionalKernels(room.bytes);
  if (!kernels) return sorting(new Float64Array(count), places);
  const { buffer } = kernels.memory;
  const values = new Float64Array(buffer, valuesAt, count);
  const ranks = new Float64Array(buffer, ranksAt, places.length);
  new Int32Array(buffer, placesAt, places.length).set(places);
  return {
    values,
    ranks,
    select() {
      const args = [valuesAt, count, placesAt, places.length, ranksAt, endsAt, most] as const;
      if (!kernels.ranks(...args)) sortAndPick(values, places, ranks);
    },
  };
}

function sorting(values: Float64Array, places: readonly number[]): RankSelector {
  const ranks = new Float64Array(places.length);
  return {
    values,
    ranks,
    select: () => sortAndPick(values, places, ranks),
  };
}

function sortAndPick(values: Float64Array, places: readonly number[], ranks: Float64Array): void {
  values.sort();
  places.forEach((place, i) => {
    ranks[i] = values[place];
  });
}
