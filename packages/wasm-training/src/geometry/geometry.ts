import type { backend_util } from '@tensorflow/tfjs-core';

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

/** The geometry of a convolution or pooling of images; of volumes all but their depth. */
export function geometryOf(info: backend_util.Conv2DInfo | backend_util.Conv3DInfo): Geometry {
  return [
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
}
