// Parts of vectors.

/** The first halves of two vectors. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function low(a: v128, b: v128): v128 {
  return v128.shuffle<i64>(a, b, 0, 2);
}

/** The second halves of two vectors. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function high(a: v128, b: v128): v128 {
  return v128.shuffle<i64>(a, b, 1, 3);
}

/** The halves of a vector the other way round. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function swapped(a: v128): v128 {
  return v128.shuffle<i64>(a, a, 1, 0);
}

/** Two floats in memory as doubles. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function loadDoubles(floats: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(floats));
}
