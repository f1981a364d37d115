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
  filterGradientParts(): number;
  /** Images that the first `parts` parts need. */
  filterGradientImages(parts: number): number;
  inputGradient: ConvolutionFunction;
  inputGradientScratch(): number;
  winogradPays(ofInput: boolean): number;
  areFinite(address: number, count: number): number;
  addParts(from: number, parts: number, size: number, to: number): void;
  winogradConvolution: TransformFunction;
  winogradConvolutionScratch(): number;
  winogradFilterGradient: ConvolutionFunction;
  winogradFilterGradientScratch(): number;
  winogradFilterGradientParts(): number;
  winogradFilterGradientImages(parts: number): number;
  winogradInputGradient: TransformFunction;
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
  batchNormTraining(
    x: number,
    bias: number,
    rectifiesInput: boolean,
    rectifiesOutput: boolean,
    scale: number,
    offset: number,
    movingMean: number,
    movingVariance: number,
    epsilon: number,
    decay: number,
    rows: number,
    channels: number,
    y: number,
    mean: number,
    variance: number,
    newMovingMean: number,
    newMovingVariance: number,
    scratch: number,
  ): void;
  batchNormTrainingGradient(
    x: number,
    dy: number,
    mean: number,
    variance: number,
    scale: number,
    offset: number,
    rectifiesInput: boolean,
    rectifiesOutput: boolean,
    epsilon: number,
    rows: number,
    channels: number,
    dx: number,
    dScale: number,
    dOffset: number,
    dBias: number,
    scratch: number,
  ): void;
  dropout(
    x: number,
    s0: number,
    s1: number,
    s2: number,
    keep: number,
    y: number,
    multiplier: number,
    size: number,
  ): void;
  gatedResidual(
    x: number,
    gate: number,
    skip: number,
    s0: number,
    s1: number,
    s2: number,
    keep: number,
    y: number,
    multiplier: number,
    batch: number,
    frames: number,
    channels: number,
  ): void;
  gatedResidualGradient(
    dy: number,
    x: number,
    gate: number,
    multiplier: number,
    dx: number,
    dGate: number,
    batch: number,
    frames: number,
    channels: number,
    scratch: number,
  ): void;
  addSpread(
    x: number,
    y: number,
    outer: number,
    reduced: number,
    inner: number,
    divisor: number,
  ): void;
  sumSquares(x: number, y: number, size: number, factor: number): void;
  sumSquaresGradient(x: number, dy: number, dx: number, size: number, factor: number): void;
  sigmoidGradient(y: number, dy: number, dx: number, size: number): void;
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
  setRecurrence(
    kind: number,
    batch: number,
    steps: number,
    features: number,
    units: number,
    activation: number,
    gate: number,
    isReversed: boolean,
    keeps: boolean,
    isSequence: boolean,
    hasCarry: boolean,
  ): void;
  recurrentForward(
    x: number,
    kernel: number,
    recurrent: number,
    bias: number,
    state: number,
    carry: number,
    mask: number,
    dropout: number,
    y: number,
    kept: number,
    states: number,
    others: number,
    scratch: number,
  ): void;
  recurrentForwardScratch(): number;
  recurrentBackward(
    x: number,
    recurrent: number,
    state: number,
    carry: number,
    mask: number,
    dropout: number,
    dy: number,
    kept: number,
    states: number,
    others: number,
    dKernel: number,
    dRecurrent: number,
    dBias: number,
    dState: number,
    dCarry: number,
    scratch: number,
  ): void;
  recurrentBackwardScratch(hasDropout: boolean): number;
  recurrentInputGradient(kernel: number, dGates: number, dx: number, scratch: number): void;
  recurrentInputGradientScratch(): number;
  relu(x: number, y: number, size: number): void;
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
  multiplyFewRows: ProductOfFewRows;
  multiplyFewRowsByTransposed: ProductOfFewRows;
  multiplyTransposedA: Product;
  multiplyTransposedAScratch(m: number, n: number): number;
  multiplyTransposedB: Product;
  multiplyTransposedBScratch(m: number, n: number, depth: number): number;
}

/** As `ConvolutionFunction`. @returns 0 where a number is not finite, and 1 otherwise. */
type TransformFunction = (...args: Parameters<ConvolutionFunction>) => number;

/** Computes units [start, end) of the output: images, or parts of a filter's gradient. */
type ConvolutionFunction = (
  a: number,
  b: number,
  output: number,
  scratch: number,
  start: number,
  end: number,
  pack: boolean,
) => void;

type ProductOfFewRows = (
  a: number,
  b: number,
  c: number,
  m: number,
  n: number,
  depth: number,
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
