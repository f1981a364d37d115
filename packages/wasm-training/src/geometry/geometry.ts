import type { backend_util } from '@tensorflow/tfjs-core';
import { WasmTrainingError } from '../wasm-training-error.ts';

/** The sizes of a convolution or pooling of images, which assembly/geometry.ts is told. */
export type Geometry = [
  batch: number,
  inHeight: number,
  inWidth: number,
  inChannels: number,
  outHeight: number,
  outWidth: number,
  outChannels: number,
  filterHeight: number,
  filterWidth: number,
  strideHeight: number,
  strideWidth: number,
  dilationHeight: number,
  dilationWidth: number,
  padTop: number,
  padLeft: number,
];

/** How many numbers a `Geometry` has. */
export const GEOMETRY_LENGTH: Geometry['length'] = 15;

/** The module counts in int32. */
const MAX_INT32 = 2 ** 31 - 1;
/**
 * Sizes of inputs and outputs may be 0, those of filters, strides and dilations may not, and
 * padding below 0 crops.
 */
const MINIMA: Geometry = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -MAX_INT32, -MAX_INT32];

/**
 * The geometry of a convolution or pooling of images; of volumes all but their depth.
 *
 * @throws {WasmTrainingError} `bad-argument` when one of the numbers is no size.
 */
export function geometryOf(info: backend_util.Conv2DInfo | backend_util.Conv3DInfo): Geometry {
  const geometry: Geometry = [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.outChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
    info.padInfo.top,
    info.padInfo.left,
  ];
  if (geometry.every((size, i) => isSize(size, MINIMA[i]))) return geometry;
  throw new WasmTrainingError(
    'bad-argument',
    'wasm backend: sizes of a convolution or pooling must be whole numbers ≥ 0, and those of its ' +
      'filter, strides and dilations ≥ 1, ' +
      `got input [${info.inShape}], output [${info.outShape}], ` +
      `filter [${info.filterHeight}, ${info.filterWidth}], ` +
      `strides [${info.strideHeight}, ${info.strideWidth}], ` +
      `dilations [${info.dilationHeight}, ${info.dilationWidth}], ` +
      `padding [${info.padInfo.top}, ${info.padInfo.left}]`,
  );
}

/** Whether the module may be told this size. */
export function isSize(size: number, min: number): boolean {
  return Number.isInteger(size) && size >= min && size <= MAX_INT32;
}
