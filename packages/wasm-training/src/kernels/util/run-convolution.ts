import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { geometryOf } from '../../geometry/convolution-geometry.ts';
import { nativeOf } from '../../native/native.ts';
import { currentCrew } from '../../threads/current-pool.ts';

/** The functions that compute a range of a convolution, or of one of its gradients. */
export type ConvolutionName = 'convolution' | 'filterGradient' | 'inputGradient';

/** Products below which handing work to another thread costs more than it saves. */
const LEAST_SHARED_PRODUCTS = 2e7;

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
  native.setGeometry(...geometry);
  const isFilter = name === 'filterGradient';
  const units = isFilter ? info.inChannels : info.batchSize;
  const scratchBytes = native[`${name}Scratch`]();
  native.withScratch(scratchBytes, (scratch) => {
    const [aAt, bAt, outputAt] = [a, b, output].map(native.address);
    const compute = (start: number, end: number, pack: boolean): void =>
      native[name](aAt, bAt, outputAt, scratch, start, end, pack);

    const taps = info.filterHeight * info.filterWidth;
    const positions = info.batchSize * info.outHeight * info.outWidth;
    const products = positions * taps * info.inChannels * info.outChannels;
    const crew = products >= LEAST_SHARED_PRODUCTS ? currentCrew() : undefined;
    if (!crew) {
      compute(0, units, true);
      return;
    }
    crew.share(
      {
        name,
        geometry,
        scratchBytes,
        units,
        // Channels in whole tiles.
        granularity: isFilter ? 4 : 1,
        // A filter holds each of its channels once a tap; images lie in one piece.
        segments: isFilter ? taps : 1,
        inputs: [
          { address: aAt, bytes: byteLength(a) },
          { address: bAt, bytes: byteLength(b) },
        ],
        output: { address: outputAt, bytes: byteLength(output) },
        memory: native.memory,
      },
      compute,
    );
  });
}

function byteLength({ shape }: TensorInfo): number {
  return shape.reduce((product, size) => product * size, 4);
}
