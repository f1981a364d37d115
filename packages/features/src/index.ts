export { type AddNoiseOptions, addNoise } from './add-noise.ts';
export { type ChromaStftOptions, chromaStft } from './chroma-stft.ts';
export type { DctType } from './dct.ts';
export { amplitudeToDb, type DecibelOptions, powerToDb } from './decibels.ts';
export { type EstimateTuningOptions, estimateTuning } from './estimate-tuning.ts';
export type {
  ChromaConfig,
  ExtractorConfig,
  FeatureConfig,
  MelConfig,
  MfccConfig,
  RmsConfig,
  ZcrConfig,
} from './extractor/config.ts';
export { createExtractor, type Extractor } from './extractor/create-extractor.ts';
export { FeatureError, type FeatureErrorCode } from './feature-error.ts';
export type {
  ChromaFilterOptions,
  ChromaOptions,
  MelFilterOptions,
  MelOptions,
} from './filters/index.ts';
export * as filters from './filters/index.ts';
export { getWindow, type Window } from './get-window.ts';
export { type IstftOptions, istft } from './istft.ts';
export type { ComplexMatrix, Matrix } from './matrix.ts';
export { hzToMel, type MelScaleOptions, melFrequencies, melToHz } from './mel-scale.ts';
export { type MelspectrogramOptions, melspectrogram } from './melspectrogram.ts';
export { type CepstrumOptions, type MfccOptions, mfcc } from './mfcc.ts';
export type { Norm } from './normalize.ts';
export type { PadMode } from './pad.ts';
export { type PhaseVocoderOptions, phaseVocoder } from './phase-vocoder.ts';
export { type PiptrackOptions, piptrack } from './piptrack.ts';
export { type PitchShiftOptions, pitchShift } from './pitch-shift.ts';
export { type PitchTuningOptions, pitchTuning } from './pitch-tuning.ts';
export { presets } from './presets.ts';
export type { Random } from './random.ts';
export {
  REFERENCE_VARIANTS,
  type ReferenceVariant,
  type ReferenceVariantsOptions,
  referenceVariants,
  type Variant,
} from './reference-variants.ts';
export { type ResampleOptions, resample } from './resample/resample.ts';
export { type FrameOptions, type RmsOptions, rms } from './rms.ts';
export type { Audio, Samples } from './samples.ts';
export type { SignalOrMatrix } from './spectrogram.ts';
export { stft } from './stft.ts';
export type { StftOptions } from './stft-options.ts';
export { type TimeStretchOptions, timeStretch } from './time-stretch.ts';
export { type ZeroCrossingRateOptions, zeroCrossingRate } from './zero-crossing-rate.ts';
