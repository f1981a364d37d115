import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { geometryOf } from '../../geometry/geometry.ts';
import { type OperandSizes, operandSizes } from '../../geometry/operand-sizes.ts';
import { FLOAT_BYTES } from '../../native/float-bytes.ts';
import { nativeOf } from '../../native/native.ts';
import type { ConvolutionName } from '../../native/native-exports.ts';
import { currentPool } from '../../threads/current-pool.ts';
import type { ComputeUnits, Region } from '../../threads/job.ts';
import { fillWithZeros } from './fill-with-zeros.ts';

/** Products below which handing a job to other threads costs more than it saves. */
const MIN_SHARED_PRODUCTS = 2e7;
/** Channels of a whole tile of the products: `TILE_ROWS` of assembly/tile.ts. */
const CHANNELS_PER_TILE = 4;

type Operand = keyof OperandSizes;

/** The two inputs and the output of each function. */
const OPERANDS: Record<ConvolutionName, [Operand, Operand, Operand]> = {
  convolution: ['x', 'filter', 'y'],
  filterGradient: ['x', 'y', 'filter'],
  inputGradient: ['y', 'filter', 'x'],
};

/**
 * Computes `output` from `a` and `b`, on all threads when it is worth it. Every element is computed
 * by one thread in one order, so that results do not depend on the number of threads.
 */
export function runConvolution(
  backend: object,
  name: ConvolutionName,
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
  const [aName, bName, outputName] = OPERANDS[name];
  const inputs: [Region, Region] = [region(a, aName), region(b, bName)];
  const result = region(output, outputName);
  if (inputs.some(({ bytes }) => bytes === 0)) {
    fillWithZeros(backend, output);
    return;
  }
  native.setGeometry(...geometry);
  const isFilter = name === 'filterGradient';
  const units = isFilter ? info.inChannels : info.batchSize;
  const scratchBytes = native[`${name}Scratch`]();
  native.withScratch(scratchBytes, (scratch) => {
    const compute: ComputeUnits = (start, end, pack) =>
      native[name](inputs[0].address, inputs[1].address, result.address, scratch, start, end, pack);

    const taps = info.filterHeight * info.filterWidth;
    const positions = info.batchSize * info.outHeight * info.outWidth;
    const products = positions * taps * info.inChannels * info.outChannels;
    const pool = products >= MIN_SHARED_PRODUCTS ? currentPool() : undefined;
    if (!pool) {
      compute(0, units, true);
      return;
    }
    const job = {
      name,
      geometry,
      scratchBytes,
      units,
      granularity: isFilter ? CHANNELS_PER_TILE : 1,
      // A filter holds each of its channels once a tap; images lie in one piece.
      segments: isFilter ? taps : 1,
      inputs,
      output: result,
      memory: native.memory,
    };
    pool.run(job, compute);
  });
}
