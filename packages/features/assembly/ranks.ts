// Order statistics: number for number those of sorted values.

/** Bytes of a double, and of its key. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const DOUBLE: usize = 8;
/** Segments of at most so many bytes are sorted by insertion. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const SHORT: usize = 12 * DOUBLE;

/**
 * Replaces numbers by their order statistics at some places, as they would be after sorting: -0
 * before 0.
 *
 * Segments are split at pivots, and the ends of those to the right are kept for the next place (the
 * incremental quicksort of Paredes and Navarro).
 *
 * @param values Doubles, none of them NaN; their order changes.
 * @param places 32-bit integers below `count`, in ascending order.
 * @param out Room for a double a place.
 * @param ends Room for `most + 2` addresses.
 * @param most How many times segments may be split.
 * @returns Whether that was enough. Else `values` are the doubles in another order.
 */
export function ranks(
  values: usize,
  count: i32,
  places: usize,
  placeCount: i32,
  out: usize,
  ends: usize,
  most: i32,
): bool {
  const end = values + <usize>count * DOUBLE;
  switchKeys(values, end);
  let low = values;
  let top = ends;
  store<usize>(top, end);
  for (let i = 0; i < placeCount; i++) {
    const place = values + (<usize>load<i32>(places + ((<usize>i) << 2))) * DOUBLE;
    while (load<usize>(top) <= place) {
      low = load<usize>(top);
      top -= sizeof<usize>();
    }
    while (place >= low && load<usize>(top) - low > SHORT) {
      if (most-- === 0) {
        switchKeys(values, end);
        return false;
      }
      const high = load<usize>(top);
      const pivot = middle(low, high);
      const less = partition(low, high, pivot);
      if (less === low) {
        // None is less, so those that are equal come first, and they are in their places.
        low = partition(low, high, pivot + 1);
      } else if (place < less) {
        top += sizeof<usize>();
        store<usize>(top, less);
      } else {
        low = less;
      }
    }
    // What lies before `low` is in its place already.
    if (place >= low) sort(low, load<usize>(top));
    store<i64>(out + ((<usize>i) << 3), key(load<i64>(place)));
  }
  return true;
}

/** Doubles become keys, or keys doubles. */
function switchKeys(values: usize, end: usize): void {
  for (let at = values; at < end; at += DOUBLE) store<i64>(at, key(load<i64>(at)));
}

/** A double as an integer of the same order, and back. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function key(bits: i64): i64 {
  return bits ^ ((bits >> 63) & i64.MAX_VALUE);
}

/** The middle of the first, the middle and the last key. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function middle(low: usize, high: usize): i64 {
  const a = load<i64>(low);
  const b = load<i64>(low + (((high - low) >> 4) << 3));
  const c = load<i64>(high - DOUBLE);
  return max(min(a, b), min(max(a, b), c));
}

/** Moves the keys below a pivot to the front; returns their end. No branch depends on a key. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function partition(low: usize, high: usize, pivot: i64): usize {
  let end = low;
  for (let at = low; at < high; at += DOUBLE) {
    const value = load<i64>(at);
    store<i64>(at, load<i64>(end));
    store<i64>(end, value);
    end += (<usize>(value < pivot)) << 3;
  }
  return end;
}

function sort(low: usize, high: usize): void {
  for (let next = low + DOUBLE; next < high; next += DOUBLE) {
    const value = load<i64>(next);
    let at = next;
    for (; at > low && load<i64>(at - DOUBLE) > value; at -= DOUBLE) {
      store<i64>(at, load<i64>(at - DOUBLE));
    }
    store<i64>(at, value);
  }
}
