/** What assembly/index.ts exports. Addresses and sizes are bytes. */
export interface NativeExports {
  setGeometry(...numbers: number[]): void;
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
  depthwiseConvolution(x: number, filter: number, y: number): void;
  depthwiseFilterGradient(x: number, dy: number, dw: number): void;
  depthwiseInputGradient(dy: number, filter: number, dx: number): void;
  averagePool(x: number, y: number): void;
  averagePoolGradient(dy: number, dx: number): void;
  maxPool(x: number, y: number): void;
  maxPoolGradient(x: number, dy: number, dx: number): void;
  volumeFilterGradient(x: number, dy: number, dw: number): void;
  volumeInputGradient(dy: number, filter: number, dx: number): void;
  adam(...numbers: number[]): void;
  batchNorm(...numbers: number[]): void;
  batchNormGradient(...numbers: number[]): void;
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

/** Computes units [start, end) of the output: images, or for a filter its input channels. */
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
