import type { Geometry } from '../geometry/geometry.ts';
import { compile } from '../native/compile.ts';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import type { ConvolutionKind, ConvolutionName, NativeExports } from '../native/native-exports.ts';
import { MAX_PAGES } from '../threads/grow-memory.ts';
import type { ComputeUnits, Job } from '../threads/job.ts';
import { values } from './values.ts';

/** 13 images of 6 × 32 × 18, six taps, 21 filters, strides and dilations: remainders everywhere. */
export const geometry: Geometry = [13, 6, 32, 18, 6, 15, 21, 2, 3, 1, 2, 1, 2, 0, 1];
const sizes = { x: 13 * 192 * 18, filter: 6 * 18 * 21, y: 13 * 90 * 21 };
type Operand = keyof typeof sizes;

/** 13 images of 8 × 45 × 16, three taps two apart, 24 filters: last tiles that are not full. */
const alongWidth: Geometry = [13, 8, 45, 16, 8, 43, 24, 1, 3, 1, 1, 1, 2, 0, 1];
const sizesAlongWidth = { x: 13 * 360 * 16, filter: 3 * 16 * 24, y: 13 * 344 * 24 };
/** The gradient of a filter comes in four parts. */
const PARTS = 4;

const operands = {
  convolution: { inputs: ['x', 'filter'], output: 'y' },
  inputGradient: { inputs: ['y', 'filter'], output: 'x' },
  filterGradient: { inputs: ['x', 'y'], output: 'filter' },
} as const satisfies Record<ConvolutionKind, { inputs: readonly Operand[]; output: Operand }>;

interface Case {
  inputs: readonly Operand[];
  output: Operand;
  geometry: Geometry;
  sizes: Record<Operand, number>;
  /** How often the output holds its operand. */
  parts: number;
  units: number;
}

const direct = { geometry, sizes, parts: 1 };
const winograd = { geometry: alongWidth, sizes: sizesAlongWidth, parts: 1 };
const cases: Record<ConvolutionName, Case> = {
  convolution: { ...operands.convolution, ...direct, units: 13 },
  inputGradient: { ...operands.inputGradient, ...direct, units: 13 },
  filterGradient: { ...operands.filterGradient, ...direct, parts: PARTS, units: PARTS },
  winogradConvolution: { ...operands.convolution, ...winograd, units: 13 },
  winogradInputGradient: { ...operands.inputGradient, ...winograd, units: 13 },
  winogradFilterGradient: {
    ...operands.filterGradient,
    ...winograd,
    parts: PARTS,
    units: PARTS,
  },
};

/** The functions that compute a convolution or a gradient in ranges. */
export const convolutionNames: ConvolutionName[] = Object.keys(cases) as ConvolutionName[];

/** Our module on a memory that holds three operands, the third of which is the output. */
export class ConvolutionBench {
  /** The calls of `compute`: [first unit, unit behind the last, whether to pack]. */
  calls: [start: number, end: number, pack: boolean][] = [];
  readonly job: Job;
  readonly #native: NativeExports;
  readonly #scratch: number;

  constructor(name: ConvolutionName) {
    const { inputs, output, geometry, sizes, parts, units } = cases[name];
    const memory = new WebAssembly.Memory({ initial: 64, maximum: MAX_PAGES });
    const module = new WebAssembly.Instance(compile({ shared: false }), { env: { memory } });
    this.#native = module.exports as unknown as NativeExports;
    this.#native.setGeometry(...geometry);
    let end = 256;
    const [a, b, result] = [...inputs, output].map((operand, i) => {
      const floats = sizes[operand] * (i === 2 ? parts : 1);
      const region = { address: end, bytes: floats * FLOAT_BYTES };
      end += region.bytes;
      return region;
    });
    this.#scratch = end;
    const scratchBytes = this.#native[`${name}Scratch`]();
    this.job = {
      name,
      geometry,
      scratchBytes,
      units,
      inputs: [a, b],
      bytesFor: (needed) => (needed > 0 ? [a.bytes, b.bytes] : [0, 0]),
      output: result,
      memory,
    };
    this.fill(1);
  }

  /** Gives the inputs other values. */
  fill(seed: number): void {
    const { inputs, memory } = this.job;
    for (const [i, { address, bytes }] of inputs.entries()) {
      const { data } = values([bytes / FLOAT_BYTES], seed + i);
      new Float32Array(memory.buffer).set(data, address / FLOAT_BYTES);
    }
  }

  readonly compute: ComputeUnits = (start, end, pack) => {
    this.calls.push([start, end, pack]);
    const { name, inputs, output } = this.job;
    const [a, b] = inputs;
    const compute = this.#native[name];
    const scratch = this.#scratch;
    return compute(a.address, b.address, output.address, scratch, start, end, pack) !== 0;
  };

  /** What one thread computes. The output holds no number afterwards. */
  alone(): Float32Array {
    this.compute(0, this.job.units, true);
    const expected = this.output.slice();
    this.output.fill(Number.NaN);
    this.calls = [];
    return expected;
  }

  get output(): Float32Array {
    const { memory, output } = this.job;
    return new Float32Array(memory.buffer, output.address, output.bytes / FLOAT_BYTES);
  }
}
