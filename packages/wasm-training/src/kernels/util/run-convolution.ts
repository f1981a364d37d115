import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { geometryOf } from '../../geometry/geometry.ts';
import { type OperandSizes, operandSizes } from '../../geometry/operand-sizes.ts';
import { FLOAT_BYTES } from '../../native/float-bytes.ts';
import { type Native, nativeOf } from '../../native/native.ts';
import type { ConvolutionKind } from '../../native/native-exports.ts';
import { currentPool } from '../../threads/current-pool.ts';
import type { ComputeUnits, Job, Region } from '../../threads/job.ts';
import { fillWithZeros } from './fill-with-zeros.ts';

/** Products below which handing a job to other threads costs more than it saves. */
const MIN_SHARED_PRODUCTS = 2e7;

type Operand = keyof OperandSizes;

/** The two inputs and the output of each function. */
const OPERANDS: Record<ConvolutionKind, [Operand, Operand, Operand]> = {
  convolution: ['x', 'filter', 'y'],
  filterGradient: ['x', 'y', 'filter'],
  inputGradient: ['y', 'filter', 'x'],
};

/** The functions that compute by Winograd's transforms. */
const WINOGRAD = {
  convolution: 'winogradConvolution',
  filterGradient: 'winogradFilterGradient',
  inputGradient: 'winogradInputGradient',
} as const;

/** What all ways of computing share. */
type Task = Omit<Job, 'name' | 'scratchBytes' | 'bytesFor'>;

/**
 * Computes `output` from `a` and `b`, on all threads when it is worth it. Every element is computed
 * by one thread in one order, so that results do not depend on the number of threads.
 *
 * Winograd's transforms would spread NaN and infinities over a whole tile. Whatever holds any is
 * computed directly, as is what the transforms do not serve.
 */
export function runConvolution(
  backend: object,
  kind: ConvolutionKind,
  info: backend_util.Conv2DInfo,
  a: TensorInfo,
  b: TensorInfo,
  output: TensorInfo,
): void {
  const native = nativeOf(backend);
  const geometry = geometryOf(info);
  const sizes = operandSizes(info);
  const region = (tensor: TensorInfo, operand: Operand): Region => ({
    address: native.address(tensor, sizes[operand]),
    bytes: sizes[operand] * FLOAT_BYTES,
  });
  const [aName, bName, outputName] = OPERANDS[kind];
  const inputs: [Region, Region] = [region(a, aName), region(b, bName)];
  const result = region(output, outputName);
  if (inputs.some(({ bytes }) => bytes === 0)) {
    fillWithZeros(backend, output);
    return;
  }
  native.setGeometry(...geometry);
  const taps = info.filterHeight * info.filterWidth;
  const positions = info.batchSize * info.outHeight * info.outWidth;
  const products = positions * taps * info.inChannels * info.outChannels;
  const isShared = products >= MIN_SHARED_PRODUCTS;
  const job: Task = {
    geometry,
    inputs,
    output: result,
    memory: native.memory,
    units: info.batchSize,
  };
  if (native.winogradPays(kind === 'inputGradient')) {
    // A number that is not finite goes into every output of its tile that could need it.
    if (run(native, { ...job, name: WINOGRAD[kind] }, isShared)) return;
  }
  run(native, { ...job, name: kind }, isShared);
}

/**
 * Computes by one of the module's functions.
 *
 * @returns False where transforms have met a number that is not finite.
 */
function run(native: Native, task: Task & Pick<Job, 'name'>, isShared: boolean): boolean {
  const { name, units: images, inputs } = task;
  const [a, b] = inputs.map(({ bytes }) => bytes / images);
  if (name === 'filterGradient' || name === 'winogradFilterGradient') {
    const bytesFor = (parts: number): [number, number] => {
      const needed = native[`${name}Images`](parts);
      return [a * needed, b * needed];
    };
    runInParts(native, { ...task, bytesFor, units: native[`${name}Parts`]() }, isShared);
    const { address, bytes } = task.output;
    return name === 'filterGradient' || native.areFinite(address, bytes / FLOAT_BYTES) !== 0;
  }
  const bytesFor = (units: number): [number, number] => [a * units, inputs[1].bytes];
  return runUnits(native, { ...task, bytesFor }, isShared);
}

/** Computes the parts of a filter's gradient, and adds them. */
function runInParts(native: Native, job: Omit<Job, 'scratchBytes'>, isShared: boolean): void {
  const { units, output } = job;
  if (units === 1) {
    runUnits(native, job, isShared);
    return;
  }
  const bytes = units * output.bytes;
  native.withScratch(bytes, (address) => {
    runUnits(native, { ...job, output: { address, bytes } }, isShared);
    native.addParts(address, units, output.bytes / FLOAT_BYTES, output.address);
  });
}

/** Computes all units of a job, on all threads where it is shared. */
function runUnits(native: Native, job: Omit<Job, 'scratchBytes'>, isShared: boolean): boolean {
  const { name, units, output } = job;
  const [a, b] = job.inputs;
  const scratchBytes = native[`${name}Scratch`]();
  return native.withScratch(scratchBytes, (scratch) => {
    const compute: ComputeUnits = (start, end, pack) =>
      native[name](a.address, b.address, output.address, scratch, start, end, pack) !== 0;
    const pool = isShared ? currentPool() : undefined;
    return pool ? pool.run({ ...job, scratchBytes }, compute) : compute(0, units, true);
  });
}
