export type { Audio, Samples } from './audio/audio.ts';
export type { AudioBufferLike, AudioInput } from './audio/audio-input.ts';
export type { GateOptions } from './gate/find-speech.ts';
export type {
  CalibrateOptions,
  RecognizeOptions,
  SpeechOption,
  WindowsOptions,
} from './recognizer/options.ts';
export type { LabelScore, Recognition } from './recognizer/recognition.ts';
export type { Recognizer } from './recognizer/recognizer.ts';
export { RecognizerError, type RecognizerErrorCode } from './recognizer-error.ts';
export type { VoiceJson } from './voice/voice-json.ts';
export type { WindowScores } from './windows/window-scores.ts';
