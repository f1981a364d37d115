import type { Geometry } from '../geometry/geometry.ts';
import { compile } from '../native/compile.ts';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import type { ConvolutionKind, ConvolutionName, NativeExports } from '../native/native-exports.ts';
import { MAX_PAGES } from '../threads/grow-memory.ts';
import { values } from './values.ts';

/** A convolution along the width. */
export interface WinogradCase {
  batch: number;
  height: number;
  inWidth: number;
  outWidth: number;
  inChannels: number;
  outChannels: number;
  taps: number;
  dilation: number;
  padLeft: number;
}

/** The geometry that the module is told. */
export function geometryOfCase(c: WinogradCase): Geometry {
  const { batch, height, inWidth, outWidth, inChannels, outChannels, taps, dilation, padLeft } = c;
  const images = [batch, height, inWidth, inChannels] as const;
  return [...images, height, outWidth, outChannels, 1, taps, 1, 1, 1, dilation, 0, padLeft];
}

/** A case's operands, and the module that computes with them. */
export class WinogradRun {
  readonly native: NativeExports;
  readonly #memory: WebAssembly.Memory;
  readonly #case: WinogradCase;
  readonly #x: Float32Array;
  readonly #filter: Float32Array;
  readonly #y: Float32Array;

  constructor(c: WinogradCase) {
    this.#case = c;
    this.#memory = new WebAssembly.Memory({ initial: 64, maximum: MAX_PAGES });
    const instance = new WebAssembly.Instance(compile({ shared: false }), {
      env: { memory: this.#memory },
    });
    this.native = instance.exports as unknown as NativeExports;
    this.native.setGeometry(...geometryOfCase(c));
    this.#x = values([c.batch, c.height, c.inWidth, c.inChannels], 1).data;
    this.#filter = values([c.taps, c.inChannels, c.outChannels], 2).data;
    this.#y = values([c.batch, c.height, c.outWidth, c.outChannels], 3).data;
  }

  /** What a function of the module computes, all units at once. */
  compute(name: ConvolutionName): Float32Array {
    const { native } = this;
    const kind = (/filterGradient|inputGradient|convolution/i.exec(name) as RegExpExecArray)[0];
    const [a, b, result] = this.#operands(
      (kind[0].toLowerCase() + kind.slice(1)) as ConvolutionKind,
    );
    const isInParts = name === 'filterGradient' || name === 'winogradFilterGradient';
    const parts = isInParts ? native[`${name}Parts`]() : 1;
    const end = isInParts ? parts : this.#case.batch;
    const aAt = 256;
    const bAt = aAt + a.byteLength;
    const sumAt = bAt + b.byteLength;
    const at = sumAt + result.byteLength;
    const scratch = at + parts * result.byteLength;
    const floats = new Float32Array(this.#memory.buffer);
    floats.fill(Number.NaN);
    floats.set(a, aAt / FLOAT_BYTES);
    floats.set(b, bAt / FLOAT_BYTES);
    if (scratch + native[`${name}Scratch`]() > floats.byteLength)
      throw new Error('too little memory');
    native[name](aAt, bAt, at, scratch, 0, end, true);
    native.addParts(at, parts, result.length, sumAt);
    return floats.slice(sumAt / FLOAT_BYTES, sumAt / FLOAT_BYTES + result.length);
  }

  /** The same in float64. */
  reference(kind: ConvolutionKind): Float64Array {
    const c = this.#case;
    const [, , result] = this.#operands(kind);
    const sums = new Float64Array(result.length);
    const lines = c.batch * c.height;
    for (let line = 0; line < lines; line++) {
      for (let position = 0; position < c.outWidth; position++) {
        for (let tap = 0; tap < c.taps; tap++) {
          const pixel = position + tap * c.dilation - c.padLeft;
          if (pixel < 0 || pixel >= c.inWidth) continue;
          for (let i = 0; i < c.inChannels; i++) {
            for (let o = 0; o < c.outChannels; o++) {
              const x = (line * c.inWidth + pixel) * c.inChannels + i;
              const f = (tap * c.inChannels + i) * c.outChannels + o;
              const y = (line * c.outWidth + position) * c.outChannels + o;
              if (kind === 'convolution') sums[y] += this.#x[x] * this.#filter[f];
              else if (kind === 'inputGradient') sums[x] += this.#y[y] * this.#filter[f];
              else sums[f] += this.#x[x] * this.#y[y];
            }
          }
        }
      }
    }
    return sums;
  }

  /** The two inputs, and an array as long as the output. */
  #operands(kind: ConvolutionKind): [Float32Array, Float32Array, Float32Array] {
    if (kind === 'convolution') return [this.#x, this.#filter, this.#y];
    if (kind === 'inputGradient') return [this.#y, this.#filter, this.#x];
    return [this.#x, this.#y, this.#filter];
  }
}
