// The transforms of a Winograd convolution (Toom-Cook's) along one axis with the six points 0, ±1,
// ±2 and infinity: four outputs of three taps from six products instead of twelve. Lavin & Gray,
// "Fast algorithms for convolutional neural networks", 2016.
//
// With N(x) = x(x² − 1)(x² − 4), the row of the data transform that belongs to a point p has the
// coefficients of N(x) / (x − p). That is an even part E and an odd part O for p, and for −p their
// difference. The filter's value at p is divided by N′(p).

const ONE: v128 = f32x4.splat(1);
const TWO: v128 = f32x4.splat(2);
const FOUR: v128 = f32x4.splat(4);
const FIVE: v128 = f32x4.splat(5);
const EIGHT: v128 = f32x4.splat(8);
/** 1 / N′(p). */
const SCALE_0: v128 = f32x4.splat(1.0 / 4.0);
const SCALE_1: v128 = f32x4.splat(-1.0 / 6.0);
const SCALE_2: v128 = f32x4.splat(1.0 / 24.0);

/** Six rows of data to the six points. For the parameters see `transformData`. */
export function transformDataSix(
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
  for (let at: usize = 0; at < bytes; at += 16, to += step) {
    const d0 = v128.load(row0 + at);
    const d1 = v128.load(row1 + at);
    const d2 = v128.load(row2 + at);
    const d3 = v128.load(row3 + at);
    const d4 = v128.load(row4 + at);
    const d5 = v128.load(row5 + at);
    const fourD1 = f32x4.mul(FOUR, d1);
    v128.store(to, f32x4.add(f32x4.sub(d4, f32x4.mul(FIVE, d2)), f32x4.mul(FOUR, d0)));
    const e1 = f32x4.sub(d4, f32x4.mul(FOUR, d2));
    const o1 = f32x4.sub(d3, fourD1);
    let point = to + pitch;
    v128.store(point, f32x4.add(e1, o1));
    point += pitch;
    v128.store(point, f32x4.sub(e1, o1));
    const e2 = f32x4.sub(d4, d2);
    const half = f32x4.sub(d3, d1);
    const o2 = f32x4.add(half, half);
    point += pitch;
    v128.store(point, f32x4.add(e2, o2));
    point += pitch;
    v128.store(point, f32x4.sub(e2, o2));
    v128.store(point + pitch, f32x4.add(f32x4.sub(d5, f32x4.mul(FIVE, d3)), fourD1));
  }
}

/** Up to four rows of a filter to the six points. For the parameters see `transformFilter`. */
export function transformFilterSix(
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
  const scale0 = isScaled ? SCALE_0 : ONE;
  const scale1 = isScaled ? SCALE_1 : ONE;
  const scale2 = isScaled ? SCALE_2 : ONE;
  for (let at: usize = 0; at < bytes; at += 16, to += step) {
    const g0 = v128.load(row0 + at);
    const g1 = v128.load(row1 + at);
    const g2 = v128.load(row2 + at);
    const g3 = v128.load(row3 + at);
    v128.store(to, f32x4.mul(scale0, g0));
    const e1 = f32x4.mul(scale1, f32x4.add(g0, g2));
    const o1 = f32x4.mul(scale1, f32x4.add(g1, g3));
    let point = to + pitch;
    v128.store(point, f32x4.add(e1, o1));
    point += pitch;
    v128.store(point, f32x4.sub(e1, o1));
    const e2 = f32x4.mul(scale2, f32x4.add(g0, f32x4.mul(FOUR, g2)));
    const half = f32x4.mul(scale2, f32x4.add(g1, f32x4.mul(FOUR, g3)));
    const o2 = f32x4.add(half, half);
    point += pitch;
    v128.store(point, f32x4.add(e2, o2));
    point += pitch;
    v128.store(point, f32x4.sub(e2, o2));
    v128.store(point + pitch, v128.load(last + at));
  }
}

/** The six points to up to four rows. For the parameters see `transformOutput`. */
export function transformOutputSix(
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
  last += offset;
  const scale0 = isScaled ? SCALE_0 : ONE;
  const scale1 = isScaled ? SCALE_1 : ONE;
  const scale2 = isScaled ? SCALE_2 : ONE;
  for (let at: usize = 0; at < bytes; at += 16) {
    let point = from + at;
    const m0 = v128.load(point);
    point += pitch;
    const p1 = v128.load(point);
    point += pitch;
    const n1 = v128.load(point);
    point += pitch;
    const p2 = v128.load(point);
    point += pitch;
    const n2 = v128.load(point);
    const infinity = v128.load(point + pitch);
    const e1 = f32x4.mul(scale1, f32x4.add(p1, n1));
    const o1 = f32x4.mul(scale1, f32x4.sub(p1, n1));
    const e2 = f32x4.mul(scale2, f32x4.add(p2, n2));
    const o2 = f32x4.mul(scale2, f32x4.sub(p2, n2));
    v128.store(row0 + at, f32x4.add(f32x4.mul(scale0, m0), f32x4.add(e1, e2)));
    v128.store(row1 + at, f32x4.add(o1, f32x4.mul(TWO, o2)));
    v128.store(row2 + at, f32x4.add(e1, f32x4.mul(FOUR, e2)));
    v128.store(row3 + at, f32x4.add(o1, f32x4.mul(EIGHT, o2)));
    v128.store(last + at, f32x4.add(v128.load(last + at), infinity));
  }
}
