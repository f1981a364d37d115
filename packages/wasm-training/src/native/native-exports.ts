import type { Geometry } from '../geometry/geometry.ts';

/** A convolution and its gradients. */
export type ConvolutionKind = 'convolution' | 'filterGradient' | 'inputGradient';

/** The functions that compute a range of a convolution, or of one of its gradients. */
export type ConvolutionName = ConvolutionKind | `winograd${Capitalize<ConvolutionKind>}`;

/** What assembly/gradients.ts exports. Operands are addresses, in bytes. */
export interface NativeExports {
  setGeometry(...geometry: Geometry): void;
  setDepth(
    inDepth: number,
    outDepth: number,
    filterDepth: number,
    stride: number,
    padFront: number,
  ): void;
  convolution: ConvolutionFunction;
  convolutionScratch(): number;
  filterGradient: ConvolutionFunction;
  filterGradientScratch(): number;
  inputGradient: ConvolutionFunction;
  inputGradientScratch(): number;
  winogradPays(ofInput: boolean): number;
  areFinite(address: number, count: number): number;
  addParts(from: number, parts: number, size: number, to: number): void;
  winogradConvolution: ConvolutionFunction;
  winogradConvolutionScratch(): number;
  winogradFilterGradient: ConvolutionFunction;
  winogradFilterGradientScratch(): number;
  winogradFilterGradientParts(): number;
  winogradInputGradient: ConvolutionFunction;
  winogradInputGradientScratch(): number;
  depthwiseConvolution(x: number, filter: number, y: number): void;
  depthwiseFilterGradient(x: number, dy: number, dw: number): void;
  depthwiseInputGradient(dy: number, filter: number, dx: number): void;
  averagePool(x: number, y: number): void;
  averagePoolGradient(dy: number, dx: number): void;
  maxPool(x: number, y: number): void;
  maxPoolGradient(x: number, dy: number, dx: number): void;
  volumeMaxPoolGradient(x: number, dy: number, dx: number): void;
  volumeFilterGradient(x: number, dy: number, dw: number): void;
  volumeInputGradient(dy: number, filter: number, dx: number): void;
  adam(
    w: number,
    m: number,
    v: number,
    gradient: number,
    scale: number,
    newW: number,
    newM: number,
    newV: number,
    size: number,
    rate: number,
    gain1: number,
    gain2: number,
    epsilon: number,
    shrink: number,
  ): void;
  batchNorm(
    x: number,
    mean: number,
    variance: number,
    offset: number,
    scale: number,
    epsilon: number,
    y: number,
    rows: number,
    channels: number,
    scratch: number,
  ): void;
  batchNormGradient(
    x: number,
    dy: number,
    mean: number,
    variance: number,
    scale: number,
    epsilon: number,
    rows: number,
    channels: number,
    dx: number,
    dMean: number,
    dVariance: number,
    dScale: number,
    dOffset: number,
    scratch: number,
  ): void;
  binary(
    operation: number,
    a: number,
    aPitch: number,
    aIsScalar: boolean,
    b: number,
    bPitch: number,
    bIsScalar: boolean,
    y: number,
    rows: number,
    columns: number,
  ): void;
  reluGradient(x: number, dy: number, dx: number, size: number): void;
  squareGradient(x: number, dy: number, dx: number, size: number): void;
  extremeGradient(
    x: number,
    y: number,
    dy: number,
    dx: number,
    outer: number,
    reduced: number,
    inner: number,
  ): void;
  segmentSum(
    x: number,
    ids: number,
    y: number,
    count: number,
    segments: number,
    inner: number,
  ): void;
  sum(
    x: number,
    y: number,
    outer: number,
    reduced: number,
    inner: number,
    divisor: number,
    scratch: number,
  ): void;
  spread(
    x: number,
    y: number,
    outer: number,
    reduced: number,
    inner: number,
    divisor: number,
  ): void;
  multiplyTransposedA: Product;
  multiplyTransposedAScratch(m: number, n: number): number;
  multiplyTransposedB: Product;
  multiplyTransposedBScratch(m: number, n: number, depth: number): number;
}

/**
 * Computes units [start, end) of the output: images, or for a filter its input channels, or parts of
 * its gradient.
 */
type ConvolutionFunction = (
  a: number,
  b: number,
  output: number,
  scratch: number,
  start: number,
  end: number,
  pack: boolean,
) => void;

type Product = (
  a: number,
  b: number,
  c: number,
  m: number,
  n: number,
  depth: number,
  scratch: number,
) => void;
