// Activations of recurrent layers, four floats at a time, by arithmetic alone: the exponential
// functions of engines differ in their last bits. The polynomial of exp is that of Cephes.

/** How an activation is told to the module. */
const LINEAR: i32 = 0;
const RELU: i32 = 1;
const TANH: i32 = 2;
const SIGMOID: i32 = 3;
// Beyond those, the hard sigmoid: 0.5 + x / 5, between 0 and 1.

/** Where exp neither vanishes nor has no end. */
const LEAST_EXPONENT: f32 = -87.3;
const GREATEST_EXPONENT: f32 = 88;

/** From here on tanh rounds to 1, within 3e-7. */
const GREATEST_TANH: f32 = 7.90531110763549805;

/** 1.5 · 2²³: added to it, a number is rounded to a whole one, which lies in the lowest bits. */
const ROUNDING: f32 = 12582912;

/** eˣ of x in [LEAST_EXPONENT, GREATEST_EXPONENT], within 2 units of the last place. */
@inline
function exponential(x: v128): v128 {
  const rounding = f32x4.splat(ROUNDING);
  const rounded = f32x4.add(f32x4.mul(x, f32x4.splat(1.44269504088896341)), rounding);
  const n = f32x4.sub(rounded, rounding);
  // x − n·ln 2, of which the first part has few bits, so that its product is exact.
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.add(f32x4.mul(r, f32x4.splat(1.9875691500e-4)), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), f32x4.add(r, f32x4.splat(1)));
  const power = i32x4.shl(i32x4.add(rounded, i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

/** Between two bounds; NaN stays. `f32x4.min` and `max` would be some eight instructions each. */
@inline
function clamp(x: v128, least: v128, greatest: v128): v128 {
  return f32x4.pmin(f32x4.pmax(x, least), greatest);
}

@inline
function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  const exponent = clamp(f32x4.neg(x), f32x4.splat(LEAST_EXPONENT), f32x4.splat(GREATEST_EXPONENT));
  return f32x4.div(one, f32x4.add(one, exponential(exponent)));
}

/** A rational function, as in Eigen: half the work of an exponential and a quotient. */
@inline
function tanh(x: v128): v128 {
  const greatest = f32x4.splat(GREATEST_TANH);
  const y = clamp(x, f32x4.neg(greatest), greatest);
  const z = f32x4.mul(y, y);
  let p = f32x4.add(f32x4.mul(z, f32x4.splat(-2.76076847742355e-16)), f32x4.splat(2.00018790482477e-13));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-8.60467152213735e-11));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(5.12229709037114e-8));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(1.48572235717979e-5));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(6.37261928875436e-4));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(4.89352455891786e-3));
  let q = f32x4.add(f32x4.mul(z, f32x4.splat(1.19825839466702e-6)), f32x4.splat(1.18534705686654e-4));
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(2.268434632439e-3));
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(4.89352518554385e-3));
  return f32x4.div(f32x4.mul(p, y), q);
}

@inline
function clip(x: v128): v128 {
  return f32x4.min(f32x4.max(x, f32x4.splat(0)), f32x4.splat(1));
}

/**
 * What the backward pass needs of an activation: its value, but for the hard sigmoid, whose value
 * does not say on which side of the bound it was.
 */
export function keptOf(kind: i32, x: v128): v128 {
  if (kind === SIGMOID) return sigmoid(x);
  if (kind === TANH) return tanh(x);
  if (kind === LINEAR) return x;
  if (kind === RELU) return f32x4.max(x, f32x4.splat(0));
  return f32x4.add(f32x4.mul(x, f32x4.splat(0.2)), f32x4.splat(0.5));
}

/** The value of an activation, of what was kept. */
@inline
export function valueOf(kind: i32, kept: v128): v128 {
  return kind > SIGMOID ? clip(kept) : kept;
}

/** A gradient of the value, times the activation's derivative, of what was kept. */
export function through(kind: i32, kept: v128, gradient: v128): v128 {
  const one = f32x4.splat(1);
  if (kind === SIGMOID) {
    return f32x4.mul(gradient, f32x4.mul(kept, f32x4.sub(one, kept)));
  }
  if (kind === TANH) return f32x4.mul(gradient, f32x4.sub(one, f32x4.mul(kept, kept)));
  if (kind === LINEAR) return gradient;
  const zero = f32x4.splat(0);
  if (kind === RELU) return v128.and(gradient, f32x4.gt(kept, zero));
  const inside = v128.and(f32x4.ge(kept, zero), f32x4.le(kept, one));
  return v128.and(f32x4.mul(gradient, f32x4.splat(0.2)), inside);
}
