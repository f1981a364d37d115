export { type AddNoiseOptions, addNoise } from './add-noise.ts';
export { type ChromaStftOptions, chromaStft } from './chroma-stft.ts';
export type { DctType } from './dct.ts';
export { amplitudeToDb, type DecibelOptions, powerToDb } from './decibels.ts';
export { type DeltaMode, type DeltaOptions, delta } from './delta.ts';
export { type EstimateTuningOptions, estimateTuning } from './estimate-tuning.ts';
export type {
  ChromaConfig,
  ContrastConfig,
  ExtractorConfig,
  FeatureConfig,
  LogMelConfig,
  MelConfig,
  MfccConfig,
  PitchConfig,
  RmsConfig,
  SpectralShapeConfig,
  ZcrConfig,
} from './extractor/config.ts';
export { createExtractor, type Extractor } from './extractor/create-extractor.ts';
export type { Statistic } from './extractor/statistics.ts';
export { FeatureError, type FeatureErrorCode } from './feature-error.ts';
export type {
  ChromaFilterOptions,
  ChromaOptions,
  MelFilterOptions,
  MelOptions,
} from './filters/index.ts';
export * as filters from './filters/index.ts';
export { getWindow, type NamedWindow, type Window } from './get-window.ts';
export { type IstftOptions, istft } from './istft.ts';
export type { ComplexMatrix, Matrix } from './matrix.ts';
export {
  hzToMel,
  type MelFrequenciesOptions,
  type MelScaleOptions,
  melFrequencies,
  melToHz,
} from './mel-scale.ts';
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
export { type ShiftOptions, shift } from './shift.ts';
export { type SpecAugmentOptions, specAugment } from './spec-augment.ts';
export { type SpectralBandwidthOptions, spectralBandwidth } from './spectral-bandwidth.ts';
export { spectralCentroid } from './spectral-centroid.ts';
export { type SpectralContrastOptions, spectralContrast } from './spectral-contrast.ts';
export { type SpectralFlatnessOptions, spectralFlatness } from './spectral-flatness.ts';
export type { SpectralOptions } from './spectral-frames.ts';
export { type SpectralRolloffOptions, spectralRolloff } from './spectral-rolloff.ts';
export type { SignalOrMatrix } from './spectrogram.ts';
export { stft } from './stft.ts';
export type { StftOptions } from './stft-options.ts';
export { createFrameStream, type FrameStream } from './stream/create-frame-stream.ts';
export { type TimeStretchOptions, timeStretch } from './time-stretch.ts';
export { tonnetz } from './tonnetz.ts';
export { type Trimmed, type TrimOptions, trim } from './trim.ts';
export { type PitchRange, type PitchTrack, pitchTrack, type YinOptions, yin } from './yin.ts';
export { type ZeroCrossingRateOptions, zeroCrossingRate } from './zero-crossing-rate.ts';
