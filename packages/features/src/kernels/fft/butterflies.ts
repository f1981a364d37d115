/** √3 / 2, of a transform of three. */
export const SIN_3 = 0.8660254037844386;
/** √5 / 4, sin(2π/5) and sin(π/5), of a transform of five. */
export const ROOT_5 = 0.5590169943749475;
export const SIN_5 = 0.9510565162951535;
export const SIN_10 = 0.5877852522924731;

/** The transform of a few complex numbers, in place. */
export type Butterfly = (re: Float64Array, im: Float64Array) => void;

/**
 * The transform of `radix` numbers, of two to five or an odd number, operation for operation as in
 * assembly/butterflies.ts and assembly/any-stage.ts.
 */
export function butterflyOf(radix: number): Butterfly {
  const known: Readonly<Record<number, Butterfly>> = { 2: two, 3: three, 4: four, 5: five };
  return known[radix] ?? any(radix);
}

/** cos and sin of 2πi/radix. */
export function circle(radix: number): Float64Array {
  return Float64Array.from({ length: 2 * radix }, (_, i) => {
    const angle = (2 * Math.PI * (i >> 1)) / radix;
    return i % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });
}

/** The transform by its definition. */
function any(radix: number): Butterfly {
  const turns = circle(radix);
  const [sumR, sumI, oddR, oddI] = [0, 0, 0, 0].map(() => new Float64Array(radix));
  return (re, im) => {
    const [ar, ai] = [re[0], im[0]];
    const pairs = (radix - 1) / 2;
    for (let i = 1; i <= pairs; i++) {
      sumR[i] = re[i] + re[radix - i];
      sumI[i] = im[i] + im[radix - i];
      oddR[i] = re[i] - re[radix - i];
      oddI[i] = im[i] - im[radix - i];
      re[0] += sumR[i];
      im[0] += sumI[i];
    }
    for (let m = 1; m <= pairs; m++) {
      let [evenRe, evenIm, oddRe, oddIm] = [ar, ai, 0, 0];
      for (let i = 1; i <= pairs; i++) {
        const turn = 2 * ((m * i) % radix);
        evenRe += turns[turn] * sumR[i];
        evenIm += turns[turn] * sumI[i];
        oddRe += turns[turn + 1] * oddR[i];
        oddIm += turns[turn + 1] * oddI[i];
      }
      re[m] = evenRe + oddIm;
      im[m] = evenIm - oddRe;
      re[radix - m] = evenRe - oddIm;
      im[radix - m] = evenIm + oddRe;
    }
  };
}

function two(re: Float64Array, im: Float64Array): void {
  const [ar, br] = [re[0], re[1]];
  const [ai, bi] = [im[0], im[1]];
  re[0] = ar + br;
  im[0] = ai + bi;
  re[1] = ar - br;
  im[1] = ai - bi;
}

function three(re: Float64Array, im: Float64Array): void {
  const sumR = re[1] + re[2];
  const sumI = im[1] + im[2];
  const evenR = re[0] - 0.5 * sumR;
  const evenI = im[0] - 0.5 * sumI;
  const oddR = SIN_3 * (re[1] - re[2]);
  const oddI = SIN_3 * (im[1] - im[2]);
  re[0] += sumR;
  im[0] += sumI;
  re[1] = evenR + oddI;
  im[1] = evenI - oddR;
  re[2] = evenR - oddI;
  im[2] = evenI + oddR;
}

function four(re: Float64Array, im: Float64Array): void {
  const t0r = re[0] + re[2];
  const t0i = im[0] + im[2];
  const t1r = re[0] - re[2];
  const t1i = im[0] - im[2];
  const t2r = re[1] + re[3];
  const t2i = im[1] + im[3];
  const t3r = re[1] - re[3];
  const t3i = im[1] - im[3];
  re[0] = t0r + t2r;
  im[0] = t0i + t2i;
  re[1] = t1r + t3i;
  im[1] = t1i - t3r;
  re[2] = t0r - t2r;
  im[2] = t0i - t2i;
  re[3] = t1r - t3i;
  im[3] = t1i + t3r;
}

function five(re: Float64Array, im: Float64Array): void {
  const t1r = re[1] + re[4];
  const t1i = im[1] + im[4];
  const t2r = re[2] + re[3];
  const t2i = im[2] + im[3];
  const t3r = re[1] - re[4];
  const t3i = im[1] - im[4];
  const t4r = re[2] - re[3];
  const t4i = im[2] - im[3];
  const sumR = t1r + t2r;
  const sumI = t1i + t2i;
  const middleR = re[0] - 0.25 * sumR;
  const middleI = im[0] - 0.25 * sumI;
  const rootR = ROOT_5 * (t1r - t2r);
  const rootI = ROOT_5 * (t1i - t2i);
  const u1r = SIN_5 * t3r + SIN_10 * t4r;
  const u1i = SIN_5 * t3i + SIN_10 * t4i;
  const u2r = SIN_10 * t3r - SIN_5 * t4r;
  const u2i = SIN_10 * t3i - SIN_5 * t4i;
  re[0] += sumR;
  im[0] += sumI;
  re[1] = middleR + rootR + u1i;
  im[1] = middleI + rootI - u1r;
  re[2] = middleR - rootR + u2i;
  im[2] = middleI - rootI - u2r;
  re[3] = middleR - rootR - u2i;
  im[3] = middleI - rootI + u2r;
  re[4] = middleR + rootR - u1i;
  im[4] = middleI + rootI + u1r;
}
