export type { Audio, Samples } from './audio/audio.ts';
export type { AudioBufferLike, AudioInput } from './audio/audio-input.ts';
export { toMono } from './audio/to-mono.ts';
export type { FamiliarCondition, FamiliarConditions } from './familiarity/familiar-conditions.ts';
export { familiarityDistance } from './familiarity/familiarity-distance.ts';
export { type FamiliarityJson, familiarityToJson } from './familiarity/familiarity-json.ts';
export { familiarityThreshold } from './familiarity/familiarity-threshold.ts';
export { FAMILIAR_VARIANTS, fitFamiliarity } from './familiarity/fit-familiarity.ts';
export { findSpeech, type SpeechSegment } from './gate/find-speech.ts';
export type { GateOptions } from './gate/gate-options.ts';
export { hasSpeech } from './gate/has-speech.ts';
export type { ListenInput } from './listen/listen.ts';
export type { ListenOptions } from './listen/listen-options.ts';
export type { ListenedWindow, Listening, ListenReason } from './listen/listening.ts';
export type {
  AudioContextLike,
  MediaStreamLike,
  MediaStreamTrackLike,
  WorkerLike,
} from './listen/media-stream.ts';
export {
  type LoadProgress,
  type LoadRecognizerOptions,
  loadRecognizer,
} from './load-recognizer.ts';
export type { ClassifierLike } from './recognizer/classifier-like.ts';
export type {
  CalibrateOptions,
  CalibrateProgress,
  EmbedOptions,
  RecognizeOptions,
  ScoreOptions,
  SpeechOption,
  WindowsOptions,
} from './recognizer/options.ts';
export { parseRecognizerConfig } from './recognizer/parse-recognizer-config.ts';
export type { LabelScore, Recognition } from './recognizer/recognition.ts';
export type { Recognizer } from './recognizer/recognizer.ts';
export type {
  AdaptedConfig,
  FamiliarityConfig,
  RecognizerConfig,
} from './recognizer/recognizer-config.ts';
export { RecognizerError, type RecognizerErrorCode } from './recognizer-error.ts';
export type { VoiceJson } from './voice/voice-json.ts';
export { WINDOW_LIMITS } from './windows/window-limits.ts';
export type { WindowScores } from './windows/window-scores.ts';
