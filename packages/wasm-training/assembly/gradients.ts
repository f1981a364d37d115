// The module that works on the memory of tfjs' wasm backend. It owns no memory. Every address comes
// from the caller, that of scratch too.

export { adam } from './adam';
export { batchNorm, batchNormGradient } from './batch-norm';
export { batchNormTraining, batchNormTrainingGradient } from './batch-norm-training';
export { convolution, convolutionScratch } from './convolution';
export {
  multiplyTransposedA,
  multiplyTransposedAScratch,
  multiplyTransposedB,
  multiplyTransposedBScratch,
} from './dense';
export {
  depthwiseConvolution,
  depthwiseFilterGradient,
  depthwiseInputGradient,
} from './depthwise';
export { addSpread, dropout, gatedResidual, gatedResidualGradient } from './dropout';
export { binary, relu, reluGradient, sigmoidGradient, squareGradient } from './elementwise';
export { multiplyFewRows, multiplyFewRowsByTransposed } from './few-rows';
export {
  filterGradient,
  filterGradientImages,
  filterGradientParts,
  filterGradientScratch,
} from './filter-gradient';
export { setDepth, setGeometry } from './geometry';
export { inputGradient, inputGradientScratch } from './input-gradient';
export {
  averagePool,
  averagePoolGradient,
  maxPool,
  maxPoolGradient,
  volumeMaxPoolGradient,
} from './pooling';
export { setRecurrence } from './recurrence';
export {
  recurrentBackward,
  recurrentBackwardScratch,
  recurrentInputGradient,
  recurrentInputGradientScratch,
} from './recurrent-backward';
export { recurrentForward, recurrentForwardScratch } from './recurrent-forward';
export {
  extremeGradient,
  segmentSum,
  spread,
  sum,
  sumSquares,
  sumSquaresGradient,
} from './reduction';
export { addParts } from './sum-parts';
export { volumeFilterGradient, volumeInputGradient } from './volumes';
export { areFinite, winogradPays } from './winograd-choice';
export {
  winogradConvolution,
  winogradConvolutionScratch,
  winogradInputGradient,
  winogradInputGradientScratch,
} from './winograd-convolution';
export {
  winogradFilterGradient,
  winogradFilterGradientImages,
  winogradFilterGradientParts,
  winogradFilterGradientScratch,
} from './winograd-filter-gradient';
