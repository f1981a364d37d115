import type { Transitions } from './pitch-transitions.ts';

/** How many neighbours are looked at together. */
const BLOCK = 8;

/** By how much a bound must fall short: more than rounding can move a sum of logarithms. */
const SLACK = 1e-6;

/** The best predecessor of each state, and the logarithm of the probability through it. */
export interface Best {
  readonly values: Float64Array;
  readonly from: Int32Array;
}

/**
 * Finds the best predecessor of each of `bins` states among `bins` others, of those that tie the
 * first, where steps are a band.
 *
 * Blocks of predecessors are searched from the most promising one on, and left out where a bound
 * says that none of them is as good as what has been found.
 */
export interface BandSearch {
  /** A bound of what each predecessor can give to any step. The caller writes it. */
  readonly bounds: Float64Array;
  /** Takes note of the bounds; returns the greatest. */
  bound(): number;
  /**
   * @param values The predecessors' values, of which the first has the number `source`.
   * @param target The number of the first state whose predecessor is searched.
   * @param gain How much more a step gives at most than `bounds` say.
   */
  search(
    transitions: Transitions,
    values: Float64Array,
    source: number,
    target: number,
    gain: number,
  ): void;
}

/** @param rows As in `PitchTransitions`, as `reach`. */
export function bandSearch(rows: Int32Array, reach: number, best: Best): BandSearch {
  const bins = rows.length;
  const blocks = Math.ceil(bins / BLOCK);
  const columns = 2 * reach + 1;
  const blocksReached = Math.ceil(reach / BLOCK);
  const bounds = new Float64Array(bins);
  const blockBounds = new Float64Array(blocks);

  return { bounds, bound, search };

  function bound(): number {
    let most = Number.NEGATIVE_INFINITY;
    for (let block = 0; block < blocks; block++) {
      const end = Math.min(bins, (block + 1) * BLOCK);
      let value = Number.NEGATIVE_INFINITY;
      for (let k = block * BLOCK; k < end; k++) if (bounds[k] > value) value = bounds[k];
      blockBounds[block] = value;
      if (value > most) most = value;
    }
    return most;
  }

  function search(
    { table, fall }: Transitions,
    values: Float64Array,
    source: number,
    target: number,
    gain: number,
  ): void {
    for (let to = 0; to < blocks; to++) {
      const first = Math.max(0, to - blocksReached);
      const last = Math.min(blocks - 1, to + blocksReached);
      let most = Number.NEGATIVE_INFINITY;
      let promising = to;
      for (let block = first; block <= last; block++) {
        const value = blockBounds[block] + fall[distance(block, to)];
        if (value > most) {
          most = value;
          promising = block;
        }
      }
      let least = worst(target, to);
      if (most + gain + SLACK < least) continue;
      least = searchBlock(promising, to, least);
      for (let block = first; block <= last; block++) {
        const value = blockBounds[block] + fall[distance(block, to)] + gain + SLACK;
        if (block !== promising && value >= least) least = searchBlock(block, to, least);
      }
    }

    /** Offers a block's predecessors to a block of states. Returns the worst of these then. */
    function searchBlock(block: number, to: number, least: number): number {
      const end = Math.min(bins, (block + 1) * BLOCK);
      const start = to * BLOCK;
      const stop = Math.min(bins, start + BLOCK) - 1;
      for (let k = block * BLOCK; k < end; k++) {
        const away = k < start ? start - k : k > stop ? k - stop : 0;
        if (away > reach || bounds[k] + fall[away] + gain + SLACK < least) continue;
        const row = rows[k] * columns + reach - k;
        const value = values[source + k];
        const until = Math.min(stop, k + reach);
        for (let j = Math.max(start, k - reach); j <= until; j++) {
          const offer = value + table[row + j];
          const known = best.values[target + j];
          if (offer > known || (offer === known && source + k < best.from[target + j])) {
            best.values[target + j] = offer;
            best.from[target + j] = source + k;
          }
        }
      }
      return worst(target, to);
    }
  }

  /** The worst of the best predecessors of a block of states. */
  function worst(target: number, block: number): number {
    const end = target + Math.min(bins, (block + 1) * BLOCK);
    let least = Number.POSITIVE_INFINITY;
    for (let j = target + block * BLOCK; j < end; j++) {
      if (best.values[j] < least) least = best.values[j];
    }
    return least;
  }

  /** How many bins lie between a state of one block and one of another at least. */
  function distance(a: number, b: number): number {
    const apart = a < b ? b - a : a - b;
    return apart === 0 ? 0 : Math.min(reach, (apart - 1) * BLOCK + 1);
  }
}
