import type { Convolution, Convolver } from './convolution.ts';
import { complexRoom, type Parts, singleFft } from './single-fft.ts';
import { singleGains } from './single-gains.ts';
import { singleWaves } from './single-twiddles.ts';

const f32 = Math.fround;

/** The convolver in JavaScript, number for number as in assembly/band-filter.ts. */
export function plainConvolver(convolution: Convolution): Convolver {
  const { inputLength, outputLength } = convolution;
  const before = inputLength / 2;
  const after = outputLength / 2;
  /** At the higher rate, but for the first. */
  const bins = convolution.gains.length - 1;
  const gains = singleGains(convolution);
  const forward = singleFft(before);
  const inverse = singleFft(after);
  const waves = singleWaves(before);
  const outWaves = singleWaves(after);
  const input = new Float32Array(inputLength);
  const output = new Float32Array(outputLength);
  const [x, y, z] = Array.from({ length: 3 }, () => complexRoom(bins));
  // With real and imaginary parts swapped, the forward transform is the inverse.
  const swappedX: Parts = { re: x.im, im: x.re };
  const swappedZ: Parts = { re: z.im, im: z.re };

  /** Writes the result's bins to `z`. */
  const filterBins = (wave: Parts): void => {
    const other = wave === x ? y : x;
    writeSpectrum(before, wave, waves, other);
    if (bins === after && after === 2 * before) {
      writeRepeated(before, other, outWaves, gains, z);
      return;
    }
    if (before < bins) repeat(before, bins / before, other);
    fold(after, bins / after, other, gains, wave);
    writeBins(after, wave, outWaves, z);
  };
  return {
    input,
    output,
    convolve() {
      for (let i = 0; i < before; i++) {
        x.re[i] = input[2 * i];
        x.im[i] = input[2 * i + 1];
      }
      const wave = forward(x, y);
      wave.re[before] = wave.re[0];
      wave.im[before] = wave.im[0];
      filterBins(wave);
      const { re, im } = inverse(swappedZ, swappedX);
      for (let i = 0; i < after; i++) {
        output[2 * i] = im[i];
        output[2 * i + 1] = re[i];
      }
    },
  };
}

/** Twice the spectrum of a real signal, of `n + 1` bins, from those of `n` complex numbers. */
function writeSpectrum(n: number, { re, im }: Parts, waves: Float32Array, out: Parts): void {
  for (let k = 0, m = n; k < m; k++, m--) {
    const cos = waves[k];
    const sin = waves[n / 2 + k];
    const er = f32(re[k] + re[m]);
    const ei = f32(im[k] - im[m]);
    const dr = f32(re[k] - re[m]);
    const di = f32(im[k] + im[m]);
    const tr = f32(f32(di * cos) - f32(dr * sin));
    const ti = f32(f32(di * sin) + f32(dr * cos));
    out.re[k] = er + tr;
    out.im[k] = ei - ti;
    out.re[m] = er - tr;
    out.im[m] = -f32(ei + ti);
  }
  const middle = n / 2;
  out.re[middle] = re[middle] + re[middle];
  out.im[middle] = -f32(im[middle] + im[middle]);
}

/** Bins n + 1 to parts·n of a spectrum that is repeated; every other part is a mirror image. */
function repeat(n: number, parts: number, { re, im }: Parts): void {
  for (let part = 1; part < parts; part++) {
    const mirrored = part % 2 === 1;
    for (let k = 0; k <= n; k++) {
      const to = mirrored ? (part + 1) * n - k : part * n + k;
      re[to] = re[k];
      im[to] = mirrored ? -im[k] : im[k];
    }
  }
}

/** Twice the bins of `n` complex numbers, from a spectrum of `n + 1`. */
function writeBins(n: number, { re, im }: Parts, waves: Float32Array, out: Parts): void {
  for (let k = 0, m = n; k < m; k++, m--) {
    join(re[k], im[k], re[m], -im[m], waves[k], waves[n / 2 + k], out, k, m);
  }
  const middle = n / 2;
  out.re[middle] = re[middle] + re[middle];
  out.im[middle] = -f32(im[middle] + im[middle]);
}

/** The same of 2n complex numbers, from a spectrum that is repeated times its gains. */
function writeRepeated(
  n: number,
  { re, im }: Parts,
  waves: Float32Array,
  gains: Float32Array,
  out: Parts,
): void {
  for (let k = 0, m = 2 * n; k < n; k++, m--) {
    const near = gains[k];
    const far = gains[m];
    join(
      f32(re[k] * near),
      f32(im[k] * near),
      f32(re[k] * far),
      f32(im[k] * far),
      waves[k],
      waves[n + k],
      out,
      k,
      m,
    );
  }
  const middleRe = f32(re[n] * gains[n]);
  const middleIm = f32(im[n] * gains[n]);
  out.re[n] = middleRe + middleRe;
  out.im[n] = -f32(middleIm + middleIm);
}

/** Bins `near` and `far` of a spectrum, of which `far` is given by its conjugate. */
function join(
  pr: number,
  pi: number,
  qr: number,
  qi: number,
  cos: number,
  sin: number,
  out: Parts,
  near: number,
  far: number,
): void {
  const er = f32(pr + qr);
  const ei = f32(pi + qi);
  const tr = f32(pr - qr);
  const ti = f32(pi - qi);
  const dr = f32(f32(tr * sin) + f32(ti * cos));
  const di = f32(f32(tr * cos) - f32(ti * sin));
  out.re[near] = er - dr;
  out.im[near] = ei + di;
  out.re[far] = er + dr;
  out.im[far] = di - ei;
}

/** A spectrum times its gains, folded to `n + 1` bins. */
function fold(n: number, folds: number, { re, im }: Parts, gains: Float32Array, out: Parts): void {
  for (let k = 0; k <= n; k++) {
    let sumRe = f32(re[k] * gains[k]);
    let sumIm = f32(im[k] * gains[k]);
    for (let part = 1; part < folds; part++) {
      const mirrored = part % 2 === 1;
      const m = mirrored ? (part + 1) * n - k : part * n + k;
      sumRe = f32(sumRe + f32(re[m] * gains[m]));
      const value = f32(im[m] * gains[m]);
      sumIm = f32(mirrored ? sumIm - value : sumIm + value);
    }
    out.re[k] = sumRe;
    out.im[k] = sumIm;
  }
}
