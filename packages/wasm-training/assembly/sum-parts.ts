// Sums in parts. They are split by their size alone; threads take parts, which are then added in
// order. So a sum does not depend on the number of threads.

/** Parts of a gradient at most. */
const MAX_PARTS: i32 = 4;

/**
 * How many parts a sum over `units` comes in. Parts cost, so that more of them must be larger: two
 * need four times `smallest` units, four sixteen times as many.
 */
export function partsOf(units: i32, smallest: i32): i32 {
  let parts = MAX_PARTS;
  while (parts > 1 && units < parts * parts * smallest) parts >>= 1;
  return parts;
}

/** Adds `parts` gradients of `size` floats, one behind the other, in order. */
export function addParts(from: usize, parts: i32, size: i32, to: usize): void {
  const bytes = (<usize>size) << 2;
  const vectors = bytes & ~15;
  for (let at: usize = 0; at < vectors; at += 16) {
    let sum = v128.load(from + at);
    for (let part = 1; part < parts; part++) {
      sum = f32x4.add(sum, v128.load(from + <usize>part * bytes + at));
    }
    v128.store(to + at, sum);
  }
  for (let at = vectors; at < bytes; at += 4) {
    let sum = load<f32>(from + at);
    for (let part = 1; part < parts; part++) sum += load<f32>(from + <usize>part * bytes + at);
    store<f32>(to + at, sum);
  }
}
