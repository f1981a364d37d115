import type { Matrix } from '../../util/matrix.ts';

/** A step of Newton's method, which is valid until the next one. */
export interface NewtonStep {
  /** The greatest error of the equations before the step. */
  readonly error: number;
  readonly direction: Float64Array;
}

/** Mel bands, of which only neighbours overlap, in the equations of `nonNegativeBins`. */
export class Bands {
  readonly #filters: Float32Array;
  readonly #count: number;
  readonly #size: number;
  /** The first bin of each band, and the one after its last. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #damping: number;
  readonly #values: Float64Array;
  readonly #gradient: Float64Array;
  readonly #direction: Float64Array;
  readonly #diagonal: Float64Array;
  readonly #beside: Float64Array;

  /** @param damping As a part of the greatest sum of squares of a band's weights. */
  constructor({ data, shape: [count, size] }: Matrix, damping: number) {
    this.#filters = data;
    this.#count = count;
    this.#size = size;
    this.#from = new Int32Array(count);
    this.#to = new Int32Array(count);
    this.#values = new Float64Array(size);
    this.#gradient = new Float64Array(count);
    this.#direction = new Float64Array(count);
    this.#diagonal = new Float64Array(count);
    this.#beside = new Float64Array(count);
    let greatest = 0;
    for (let m = 0; m < count; m++) {
      const row = data.subarray(m * size, (m + 1) * size);
      this.#from[m] = Math.max(
        0,
        row.findIndex((weight) => weight > 0),
      );
      this.#to[m] = row.findLastIndex((weight) => weight > 0) + 1;
      greatest = Math.max(
        greatest,
        row.reduce((sum, weight) => sum + weight * weight, 0),
      );
    }
    // Where no band has a bin, any damping does.
    this.#damping = damping * greatest || 1;
  }

  /** Writes the weights that give the bins of least squares, of any sign. */
  pseudoInverse(target: Float64Array, weights: Float64Array): void {
    this.#values.fill(1);
    this.#factor();
    this.#substitute(target, weights);
  }

  /** The bins that the weights of the bands give. */
  bins(weights: Float64Array): Float64Array {
    const values = this.#values.fill(0);
    for (let m = 0; m < this.#count; m++) {
      const row = m * this.#size;
      const weight = weights[m];
      for (let k = this.#from[m]; k < this.#to[m]; k++) {
        values[k] += weight * this.#filters[row + k];
      }
    }
    for (let k = 0; k < values.length; k++) values[k] = Math.max(0, values[k]);
    return values;
  }

  /** How much the convex function rises along a direction. */
  slope(weights: Float64Array, target: Float64Array, direction: Float64Array): number {
    const gradient = this.#errors(weights, target);
    return gradient.reduce((sum, each, m) => sum + each * direction[m], 0);
  }

  /** The step to where the convex function would be least, did no bin change its sign. */
  newton(weights: Float64Array, target: Float64Array): NewtonStep {
    const errors = this.#errors(weights, target);
    this.#factor();
    this.#substitute(errors, this.#direction);
    for (let m = 0; m < this.#count; m++) this.#direction[m] = -this.#direction[m];
    const error = errors.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    return { error, direction: this.#direction };
  }

  /** The errors of the equations, which are the gradient of the convex function. */
  #errors(weights: Float64Array, target: Float64Array): Float64Array {
    const values = this.bins(weights);
    for (let m = 0; m < this.#count; m++) {
      const row = m * this.#size;
      let sum = this.#damping * weights[m] - target[m];
      for (let k = this.#from[m]; k < this.#to[m]; k++) sum += values[k] * this.#filters[row + k];
      this.#gradient[m] = sum;
    }
    return this.#gradient;
  }

  /** The products of the bands over the bins above 0, factored as L D Lᵀ. */
  #factor(): void {
    const damping = this.#damping;
    const [filters, values, size] = [this.#filters, this.#values, this.#size];
    for (let m = 0; m < this.#count; m++) {
      const row = m * size;
      let diagonal = damping;
      let beside = 0;
      for (let k = this.#from[m]; k < this.#to[m]; k++) {
        if (values[k] <= 0) continue;
        const weight = filters[row + k];
        diagonal += weight * weight;
        if (m + 1 < this.#count) beside += weight * filters[row + size + k];
      }
      const before = m === 0 ? 0 : this.#beside[m - 1];
      this.#diagonal[m] = diagonal - (m === 0 ? 0 : before * before * this.#diagonal[m - 1]);
      this.#beside[m] = beside / this.#diagonal[m];
    }
  }

  /** Solves the factored equations. */
  #substitute(right: Float64Array, out: Float64Array): void {
    for (let m = 0; m < this.#count; m++) {
      out[m] = right[m] - (m === 0 ? 0 : this.#beside[m - 1] * out[m - 1]);
    }
    for (let m = this.#count - 1; m >= 0; m--) {
      const after = m + 1 < this.#count ? this.#beside[m] * out[m + 1] : 0;
      out[m] = out[m] / this.#diagonal[m] - after;
    }
  }
}
