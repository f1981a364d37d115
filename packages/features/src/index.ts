export { type AddNoiseOptions, addNoise } from './augment/add-noise.ts';
export { type ApplyVariantOptions, applyVariant } from './augment/apply-variant.ts';
export { type BandLimitOptions, bandLimit } from './augment/band-limit.ts';
export { type ChangeAudioOptions, changeAudio } from './augment/change-audio.ts';
export { type ExtractVariantOptions, extractVariant } from './augment/extract-variant.ts';
export { FUNCTIONALS_VARIANTS } from './augment/functionals-variants.ts';
export { type GainOptions, gain } from './augment/gain.ts';
export { type MiddleOptions, middle } from './augment/middle.ts';
export { type NoiseOptions, noise } from './augment/noise.ts';
export { parseVariantConfigs } from './augment/parse-variant-configs.ts';
export { REFERENCE_VARIANTS } from './augment/reference-variants.ts';
export { type RoomOptions, room } from './augment/room.ts';
export { type ShiftOptions, shift } from './augment/shift.ts';
export { type SpecAugmentOptions, specAugment } from './augment/spec-augment.ts';
export { type SpeedOptions, speed } from './augment/speed.ts';
export type { NumberOrRange } from './augment/util/range.ts';
export type {
  AddNoiseStep,
  BandLimitStep,
  GainStep,
  MiddleStep,
  NoiseStep,
  PitchShiftStep,
  RecordingStep,
  RoomStep,
  SampleStep,
  ShiftStep,
  SpeedStep,
  TimeStretchStep,
  VariantConfig,
  VariantStep,
} from './augment/variant-config.ts';
export type { Channel, TrimmedChannels } from './channels/index.ts';
export * as channels from './channels/index.ts';
export { type AutocorrelateOptions, autocorrelate } from './core/autocorrelate.ts';
export { cqt } from './core/cqt.ts';
export { amplitudeToDb, type DecibelOptions, powerToDb } from './core/decibels.ts';
export { type EstimateTuningOptions, estimateTuning } from './core/estimate-tuning.ts';
export { type FftFrequenciesOptions, fftFrequencies } from './core/fft-frequencies.ts';
export { type FrameTimesOptions, framesToTime, timeToFrames } from './core/frame-times.ts';
export { type GriffinlimOptions, griffinlim } from './core/griffinlim.ts';
export { hybridCqt } from './core/hybrid-cqt.ts';
export { type IstftOptions, istft } from './core/istft.ts';
export { type LpcOptions, lpc } from './core/lpc.ts';
export {
  hzToMel,
  type MelFrequenciesOptions,
  type MelScaleOptions,
  melFrequencies,
  melToHz,
} from './core/mel-scale.ts';
export { hzToMidi, midiToHz, type NoteOptions, noteToHz, noteToMidi } from './core/notes.ts';
export { type PcenOptions, type PcenResult, pcen } from './core/pcen.ts';
export { type PhaseVocoderOptions, phaseVocoder } from './core/phase-vocoder.ts';
export { type PiptrackOptions, piptrack } from './core/piptrack.ts';
export { type PitchTrack, pitchTrack, type YinOptions } from './core/pitch-track.ts';
export { type PitchTuningOptions, pitchTuning } from './core/pitch-tuning.ts';
export { pseudoCqt } from './core/pseudo-cqt.ts';
export { type PyinOptions, type PyinTrack, pyin } from './core/pyin.ts';
export { type ResampleOptions, resample } from './core/resample.ts';
export { stft } from './core/stft.ts';
export { type VqtOptions, vqt } from './core/vqt.ts';
export { aWeighting, perceptualWeighting, type WeightingOptions } from './core/weighting.ts';
export { yin } from './core/yin.ts';
export type { HpssOptions, Separated } from './decompose/index.ts';
export * as decompose from './decompose/index.ts';
export { type DeemphasisOptions, deemphasis } from './effects/deemphasis.ts';
export { harmonic } from './effects/harmonic.ts';
export { hpss } from './effects/hpss.ts';
export { percussive } from './effects/percussive.ts';
export { type PitchShiftOptions, pitchShift } from './effects/pitch-shift.ts';
export { type Filtered, type PreemphasisOptions, preemphasis } from './effects/preemphasis.ts';
export { type SplitOptions, split } from './effects/split.ts';
export { type TimeStretchOptions, timeStretch } from './effects/time-stretch.ts';
export { type Trimmed, type TrimOptions, trim } from './effects/trim.ts';
export type { SeparationOptions } from './effects/util/separate.ts';
export { type EgemapsOptions, egemaps, egemapsLld } from './egemaps/egemaps.ts';
export { egemapsLldNames, egemapsNames } from './egemaps/names.ts';
export { createExtractor } from './extractor/create-extractor.ts';
export type { Extractor } from './extractor/extractor.ts';
export type { ExtractorConfig, FeatureConfig } from './extractor/extractor-config.ts';
export type { BandwidthConfig } from './extractor/kinds/bandwidth.ts';
export type { CentroidConfig } from './extractor/kinds/centroid.ts';
export type { ChromaConfig } from './extractor/kinds/chroma.ts';
export type { ChromaCqtConfig } from './extractor/kinds/chroma-cqt.ts';
export type { ContrastConfig } from './extractor/kinds/contrast.ts';
export type { EgemapsConfig } from './extractor/kinds/egemaps.ts';
export type { EgemapsLldConfig } from './extractor/kinds/egemaps-lld.ts';
export type { FlatnessConfig } from './extractor/kinds/flatness.ts';
export type { FormantsConfig } from './extractor/kinds/formants.ts';
export type { FunctionalsConfig } from './extractor/kinds/functionals.ts';
export type { KaldiFbankConfig } from './extractor/kinds/kaldi-fbank.ts';
export type { KaldiMfccConfig } from './extractor/kinds/kaldi-mfcc.ts';
export type { LldConfig } from './extractor/kinds/lld.ts';
export type { LogMelConfig } from './extractor/kinds/logmel.ts';
export type { MelConfig } from './extractor/kinds/mel.ts';
export type { MfccConfig } from './extractor/kinds/mfcc.ts';
export type { PcenConfig } from './extractor/kinds/pcen.ts';
export type { PitchConfig } from './extractor/kinds/pitch.ts';
export type { PyinConfig } from './extractor/kinds/pyin.ts';
export type { RmsConfig } from './extractor/kinds/rms.ts';
export type { RolloffConfig } from './extractor/kinds/rolloff.ts';
export type { TonnetzConfig } from './extractor/kinds/tonnetz.ts';
export type { VoiceQualityConfig } from './extractor/kinds/voice-quality.ts';
export type { ZcrConfig } from './extractor/kinds/zcr.ts';
export { parseExtractorConfig } from './extractor/parse-extractor-config.ts';
export { presets } from './extractor/presets.ts';
export type { Statistic } from './extractor/statistics.ts';
export { type ChromaCensOptions, chromaCens } from './feature/chroma-cens.ts';
export { type ChromaCqtOptions, chromaCqt } from './feature/chroma-cqt.ts';
export { type ChromaStftOptions, chromaStft } from './feature/chroma-stft.ts';
export { type DeltaMode, type DeltaOptions, delta } from './feature/delta.ts';
export { type MelspectrogramOptions, melspectrogram } from './feature/melspectrogram.ts';
export { type CepstrumOptions, type MfccOptions, mfcc } from './feature/mfcc.ts';
export { type PolyFeaturesOptions, polyFeatures } from './feature/poly-features.ts';
export { type RmsOptions, rms } from './feature/rms.ts';
export { type SpectralBandwidthOptions, spectralBandwidth } from './feature/spectral-bandwidth.ts';
export { spectralCentroid } from './feature/spectral-centroid.ts';
export { type SpectralContrastOptions, spectralContrast } from './feature/spectral-contrast.ts';
export { type SpectralFlatnessOptions, spectralFlatness } from './feature/spectral-flatness.ts';
export { type SpectralRolloffOptions, spectralRolloff } from './feature/spectral-rolloff.ts';
export { tonnetz } from './feature/tonnetz.ts';
export { type ZeroCrossingRateOptions, zeroCrossingRate } from './feature/zero-crossing-rate.ts';
export { FeatureError, type FeatureErrorCode } from './feature-error.ts';
export { getWindow, type NamedWindow, type Window } from './filters/get-window.ts';
export type {
  ChromaFilterOptions,
  ChromaOptions,
  CqToChromaOptions,
  MelFilterOptions,
  MelOptions,
} from './filters/index.ts';
export * as filters from './filters/index.ts';
export type { FunctionalGroup } from './functionals/groups/index.ts';
export type {
  MelToAudioOptions,
  MelToStftOptions,
  MfccToAudioOptions,
  MfccToMelOptions,
} from './inverse/index.ts';
export * as inverse from './inverse/index.ts';
export * as kaldi from './kaldi/index.ts';
export type { FbankOptions, KaldiMfccOptions, KaldiWindow } from './kaldi/kaldi-options.ts';
export type { Audio, Samples } from './samples.ts';
export * as sequence from './sequence/index.ts';
export {
  createFrameStream,
  type FrameStream,
  type FrameStreamOptions,
} from './stream/create-frame-stream.ts';
export type { ConstantQOptions } from './util/constant-q/constant-q-options.ts';
export type { DctType } from './util/dct-matrix.ts';
export type { FrameOptions } from './util/frame-options.ts';
export type { StftOptions } from './util/framing.ts';
export type { ComplexMatrix, Matrix } from './util/matrix.ts';
export type { PadMode } from './util/pad-source.ts';
export type { PitchRange } from './util/pitch-detector.ts';
export type { Random } from './util/random.ts';
export type { SpectralOptions } from './util/spectral-frames.ts';
export type { SignalOrMatrix } from './util/spectrogram.ts';
export type { Norm } from './util/vector-norm.ts';
export * as praat from './voice/index.ts';
