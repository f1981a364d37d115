// The transforms of a Winograd convolution along one axis with the ten points 0, ±1/2, ±3/4, ±4/3,
// ±2 and infinity: eight outputs of three taps, or six of five, from ten products. The structure is
// that of winograd-six.ts. These points lose fewer bits than whole numbers: about three.
//
// With u = x², P(u) = (u − 1/4)(u − 4) and S(u) = (u − 9/16)(u − 16/9), N(x) = x·P(u)·S(u).

const ONE: v128 = f32x4.splat(1);
const TWO: v128 = f32x4.splat(2);
const FOUR: v128 = f32x4.splat(4);
const HALF: v128 = f32x4.splat(0.5);
const QUARTER: v128 = f32x4.splat(0.25);
/** The points b = 3/4 and c = 4/3, and their squares. */
const B1: v128 = f32x4.splat(3.0 / 4.0);
const C1: v128 = f32x4.splat(<f32>(4.0 / 3.0));
const B2: v128 = f32x4.splat(9.0 / 16.0);
const C2: v128 = f32x4.splat(<f32>(16.0 / 9.0));
/** P(u) = u² − P1·u + 1, S(u) = u² − S1·u + 1. */
const P1: v128 = f32x4.splat(17.0 / 4.0);
const S1: v128 = f32x4.splat(<f32>(337.0 / 144.0));

/** The points' squares, 1/4 and 4 among them. */
const B: f64 = 9.0 / 16.0;
const C: f64 = 16.0 / 9.0;
/** 1 / N′(p) = 1 / (2u · Q(u)), where Q(u) = P(u)·S(u) / (u − p²); 1 for the point 0. */
const SCALE_A: v128 = f32x4.splat(<f32>(1.0 / (0.5 * (0.25 - 4.0) * (0.25 - B) * (0.25 - C))));
const SCALE_B: v128 = f32x4.splat(<f32>(1.0 / (2.0 * B * (B - 0.25) * (B - 4.0) * (B - C))));
const SCALE_C: v128 = f32x4.splat(<f32>(1.0 / (2.0 * C * (C - 0.25) * (C - 4.0) * (C - B))));
const SCALE_D: v128 = f32x4.splat(<f32>(1.0 / (8.0 * (4.0 - 0.25) * (4.0 - B) * (4.0 - C))));

// Powers of the points in the output transform.
const A2: v128 = f32x4.splat(1.0 / 4.0);
const A3: v128 = f32x4.splat(1.0 / 8.0);
const A4: v128 = f32x4.splat(1.0 / 16.0);
const A5: v128 = f32x4.splat(1.0 / 32.0);
const A6: v128 = f32x4.splat(1.0 / 64.0);
const A7: v128 = f32x4.splat(1.0 / 128.0);
const B3: v128 = f32x4.splat(27.0 / 64.0);
const B4: v128 = f32x4.splat(81.0 / 256.0);
const B5: v128 = f32x4.splat(243.0 / 1024.0);
const B6: v128 = f32x4.splat(729.0 / 4096.0);
const B7: v128 = f32x4.splat(2187.0 / 16384.0);
const C3: v128 = f32x4.splat(<f32>(64.0 / 27.0));
const C4: v128 = f32x4.splat(<f32>(256.0 / 81.0));
const C5: v128 = f32x4.splat(<f32>(1024.0 / 243.0));
const C6: v128 = f32x4.splat(<f32>(4096.0 / 729.0));
const C7: v128 = f32x4.splat(<f32>(16384.0 / 2187.0));
const D3: v128 = f32x4.splat(8);
const D4: v128 = f32x4.splat(16);
const D5: v128 = f32x4.splat(32);
const D6: v128 = f32x4.splat(64);
const D7: v128 = f32x4.splat(128);

/** x − k·y + z, as both quadratics need it. */
@inline
function quadratic(x: v128, k: v128, y: v128, z: v128): v128 {
  return f32x4.add(f32x4.sub(x, f32x4.mul(k, y)), z);
}

/** Stores even + odd and even − odd, which belong to p and −p. */
@inline
function storePair(even: v128, odd: v128, to: usize, pitch: usize): void {
  v128.store(to, f32x4.add(even, odd));
  v128.store(to + pitch, f32x4.sub(even, odd));
}

/** a + k·b. */
@inline
function plus(a: v128, k: v128, b: v128): v128 {
  return f32x4.add(a, f32x4.mul(k, b));
}

/** a − k·b. */
@inline
function minus(a: v128, k: v128, b: v128): v128 {
  return f32x4.sub(a, f32x4.mul(k, b));
}

/** Ten rows of data to the ten points. For the parameters see `transformData`. */
export function transformDataTen(
  rows: usize,
  bytes: usize,
  to: usize,
  pitch: usize,
  step: usize,
): void {
  const row0 = load<usize>(rows);
  const row1 = load<usize>(rows, 4);
  const row2 = load<usize>(rows, 8);
  const row3 = load<usize>(rows, 12);
  const row4 = load<usize>(rows, 16);
  const row5 = load<usize>(rows, 20);
  const row6 = load<usize>(rows, 24);
  const row7 = load<usize>(rows, 28);
  const row8 = load<usize>(rows, 32);
  const row9 = load<usize>(rows, 36);
  const pair = pitch << 1;
  for (let at: usize = 0; at < bytes; at += 16, to += step) {
    const d1 = v128.load(row1 + at);
    const d2 = v128.load(row2 + at);
    const d3 = v128.load(row3 + at);
    const d4 = v128.load(row4 + at);
    const d5 = v128.load(row5 + at);
    const d6 = v128.load(row6 + at);
    const d7 = v128.load(row7 + at);
    const d8 = v128.load(row8 + at);
    let point = to + pitch;
    const s1 = quadratic(d5, S1, d3, d1);
    const s2 = quadratic(d6, S1, d4, d2);
    const s3 = quadratic(d7, S1, d5, d3);
    const s4 = quadratic(d8, S1, d6, d4);
    const s0 = quadratic(d4, S1, d2, v128.load(row0 + at));
    const s5 = quadratic(v128.load(row9 + at), S1, d7, d5);
    v128.store(to, quadratic(s4, P1, s2, s0));
    storePair(minus(s4, FOUR, s2), f32x4.mul(HALF, minus(s3, FOUR, s1)), point, pitch);
    point += pair;
    const p1 = quadratic(d5, P1, d3, d1);
    const p2 = quadratic(d6, P1, d4, d2);
    const p3 = quadratic(d7, P1, d5, d3);
    const p4 = quadratic(d8, P1, d6, d4);
    storePair(minus(p4, C2, p2), f32x4.mul(B1, minus(p3, C2, p1)), point, pitch);
    point += pair;
    storePair(minus(p4, B2, p2), f32x4.mul(C1, minus(p3, B2, p1)), point, pitch);
    point += pair;
    storePair(minus(s4, QUARTER, s2), f32x4.mul(TWO, minus(s3, QUARTER, s1)), point, pitch);
    point += pair;
    v128.store(point, quadratic(s5, P1, s3, s1));
  }
}

/** Up to eight rows of a filter to the ten points. For the parameters see `transformFilter`. */
export function transformFilterTen(
  rows: usize,
  last: usize,
  isScaled: bool,
  bytes: usize,
  to: usize,
  pitch: usize,
  step: usize,
): void {
  const row0 = load<usize>(rows);
  const row1 = load<usize>(rows, 4);
  const row2 = load<usize>(rows, 8);
  const row3 = load<usize>(rows, 12);
  const row4 = load<usize>(rows, 16);
  const row5 = load<usize>(rows, 20);
  const row6 = load<usize>(rows, 24);
  const row7 = load<usize>(rows, 28);
  const scaleA = isScaled ? SCALE_A : ONE;
  const scaleB = isScaled ? SCALE_B : ONE;
  const scaleC = isScaled ? SCALE_C : ONE;
  const scaleD = isScaled ? SCALE_D : ONE;
  const pair = pitch << 1;
  for (let at: usize = 0; at < bytes; at += 16, to += step) {
    const g0 = v128.load(row0 + at);
    const g1 = v128.load(row1 + at);
    const g2 = v128.load(row2 + at);
    const g3 = v128.load(row3 + at);
    const g4 = v128.load(row4 + at);
    const g5 = v128.load(row5 + at);
    const g6 = v128.load(row6 + at);
    const g7 = v128.load(row7 + at);
    v128.store(to, g0);
    let point = to + pitch;
    let even = plus(g0, A2, plus(g2, A2, plus(g4, A2, g6)));
    let odd = f32x4.mul(HALF, plus(g1, A2, plus(g3, A2, plus(g5, A2, g7))));
    storePair(f32x4.mul(scaleA, even), f32x4.mul(scaleA, odd), point, pitch);
    point += pair;
    even = plus(g0, B2, plus(g2, B2, plus(g4, B2, g6)));
    odd = f32x4.mul(B1, plus(g1, B2, plus(g3, B2, plus(g5, B2, g7))));
    storePair(f32x4.mul(scaleB, even), f32x4.mul(scaleB, odd), point, pitch);
    point += pair;
    even = plus(g0, C2, plus(g2, C2, plus(g4, C2, g6)));
    odd = f32x4.mul(C1, plus(g1, C2, plus(g3, C2, plus(g5, C2, g7))));
    storePair(f32x4.mul(scaleC, even), f32x4.mul(scaleC, odd), point, pitch);
    point += pair;
    even = plus(g0, FOUR, plus(g2, FOUR, plus(g4, FOUR, g6)));
    odd = f32x4.mul(TWO, plus(g1, FOUR, plus(g3, FOUR, plus(g5, FOUR, g7))));
    storePair(f32x4.mul(scaleD, even), f32x4.mul(scaleD, odd), point, pitch);
    point += pair;
    v128.store(point, v128.load(last + at));
  }
}

/** The ten points to up to eight rows. For the parameters see `transformOutput`. */
export function transformOutputTen(
  from: usize,
  pitch: usize,
  isScaled: bool,
  bytes: usize,
  rows: usize,
  last: usize,
  offset: usize,
): void {
  const row0 = load<usize>(rows) + offset;
  const row1 = load<usize>(rows, 4) + offset;
  const row2 = load<usize>(rows, 8) + offset;
  const row3 = load<usize>(rows, 12) + offset;
  const row4 = load<usize>(rows, 16) + offset;
  const row5 = load<usize>(rows, 20) + offset;
  const row6 = load<usize>(rows, 24) + offset;
  const row7 = load<usize>(rows, 28) + offset;
  last += offset;
  const scaleA = isScaled ? SCALE_A : ONE;
  const scaleB = isScaled ? SCALE_B : ONE;
  const scaleC = isScaled ? SCALE_C : ONE;
  const scaleD = isScaled ? SCALE_D : ONE;
  for (let at: usize = 0; at < bytes; at += 16) {
    let point = from + at;
    const m0 = v128.load(point);
    point += pitch;
    let p = v128.load(point);
    point += pitch;
    let n = v128.load(point);
    point += pitch;
    const ea = f32x4.mul(scaleA, f32x4.add(p, n));
    const oa = f32x4.mul(scaleA, f32x4.sub(p, n));
    p = v128.load(point);
    point += pitch;
    n = v128.load(point);
    point += pitch;
    const eb = f32x4.mul(scaleB, f32x4.add(p, n));
    const ob = f32x4.mul(scaleB, f32x4.sub(p, n));
    p = v128.load(point);
    point += pitch;
    n = v128.load(point);
    point += pitch;
    const ec = f32x4.mul(scaleC, f32x4.add(p, n));
    const oc = f32x4.mul(scaleC, f32x4.sub(p, n));
    p = v128.load(point);
    point += pitch;
    n = v128.load(point);
    point += pitch;
    const ed = f32x4.mul(scaleD, f32x4.add(p, n));
    const od = f32x4.mul(scaleD, f32x4.sub(p, n));
    v128.store(row0 + at, f32x4.add(m0, f32x4.add(f32x4.add(ea, eb), f32x4.add(ec, ed))));
    v128.store(row1 + at, plus(plus(plus(f32x4.mul(HALF, oa), B1, ob), C1, oc), TWO, od));
    v128.store(row2 + at, plus(plus(plus(f32x4.mul(A2, ea), B2, eb), C2, ec), FOUR, ed));
    v128.store(row3 + at, plus(plus(plus(f32x4.mul(A3, oa), B3, ob), C3, oc), D3, od));
    v128.store(row4 + at, plus(plus(plus(f32x4.mul(A4, ea), B4, eb), C4, ec), D4, ed));
    v128.store(row5 + at, plus(plus(plus(f32x4.mul(A5, oa), B5, ob), C5, oc), D5, od));
    v128.store(row6 + at, plus(plus(plus(f32x4.mul(A6, ea), B6, eb), C6, ec), D6, ed));
    v128.store(row7 + at, plus(plus(plus(f32x4.mul(A7, oa), B7, ob), C7, oc), D7, od));
    v128.store(last + at, f32x4.add(v128.load(last + at), v128.load(point)));
  }
}
