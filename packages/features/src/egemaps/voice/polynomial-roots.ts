import { cached } from '../../util/cached.ts';

/** How many rounds are made at most, and the step below which a root stands. */
const MAX_ROUNDS = 100;
const PRECISION = 1e-11;

/** Where the search begins: on a circle inside that of stable filters. */
const FIRST_RADIUS = 0.9;

/** How many degrees' circles are cached. */
const CACHED_DEGREES = 4;
const circles = new Map<number, Float64Array>();

/**
 * All roots of a polynomial `[1, a1, …]`, the highest power first, interleaved `[re, im, …]`: the
 * method of Aberth, which moves all of them at once.
 *
 * O. Aberth (1973): Iteration methods for finding all zeros of a polynomial simultaneously.
 * Mathematics of Computation 27.
 */
export function polynomialRoots(coefficients: Float64Array): Float64Array {
  const degree = coefficients.length - 1;
  const roots = cached(circles, CACHED_DEGREES, degree, () => circle(degree)).slice();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let greatest = 0;
    for (let r = 0; r < roots.length; r += 2) {
      greatest = Math.max(greatest, moveRoot(coefficients, roots, r));
    }
    if (greatest < PRECISION) break;
  }
  return roots;
}

/** Interleaved points on a circle, none of which is real or another's conjugate. */
function circle(degree: number): Float64Array {
  return Float64Array.from({ length: 2 * degree }, (_, i) => {
    const angle = (2 * Math.PI * ((i >> 1) + 0.25)) / degree;
    return FIRST_RADIUS * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  });
}

/** Moves one root and gives the length of its step. */
function moveRoot(coefficients: Float64Array, roots: Float64Array, r: number): number {
  const x = roots[r];
  const y = roots[r + 1];
  // The polynomial's value and slope, by Horner.
  let re = 1;
  let im = 0;
  let slopeRe = 0;
  let slopeIm = 0;
  for (let i = 1; i < coefficients.length; i++) {
    const nextSlope = slopeRe * x - slopeIm * y + re;
    slopeIm = slopeRe * y + slopeIm * x + im;
    slopeRe = nextSlope;
    const next = re * x - im * y + coefficients[i];
    im = re * y + im * x;
    re = next;
  }
  const size = re * re + im * im;
  if (size === 0) return 0;
  // The slope over the value, less what the other roots pull.
  let pullRe = (slopeRe * re + slopeIm * im) / size;
  let pullIm = (slopeIm * re - slopeRe * im) / size;
  for (let other = 0; other < roots.length; other += 2) {
    if (other === r) continue;
    const dx = x - roots[other];
    const dy = y - roots[other + 1];
    const distance = dx * dx + dy * dy;
    if (distance === 0) continue;
    pullRe -= dx / distance;
    pullIm += dy / distance;
  }
  const pull = pullRe * pullRe + pullIm * pullIm;
  if (pull === 0) return 0;
  const stepRe = pullRe / pull;
  const stepIm = -pullIm / pull;
  roots[r] = x - stepRe;
  roots[r + 1] = y - stepIm;
  return Math.sqrt(stepRe * stepRe + stepIm * stepIm);
}
