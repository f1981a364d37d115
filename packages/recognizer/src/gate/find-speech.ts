import type { Audio } from '../audio/audio.ts';

/** The options of the speech gate, in the names of `@ricky0123/vad-web`. */
export interface GateOptions {
  /** Default: placeholder. */
  positiveSpeechThreshold?: number;
  /** Default: placeholder. */
  negativeSpeechThreshold?: number;
  /** Default: placeholder. */
  redemptionMs?: number;
  /** Default: placeholder. */
  preSpeechPadMs?: number;
  /** Default: placeholder. */
  minSpeechMs?: number;
}

/** Where speech is, in seconds. A placeholder: all of a sound that is louder than -60 dB. */
export function findSpeech(
  { samples, sampleRate }: Audio,
  _options: GateOptions = {},
): { start: number; end: number }[] {
  let power = 0;
  for (const sample of samples) power += sample * sample;
  if (power / samples.length < 1e-6) return [];
  return [{ start: 0, end: samples.length / sampleRate }];
}

/** Whether there is any speech. */
export function hasSpeech(audio: Audio, options: GateOptions = {}): boolean {
  return findSpeech(audio, options).length > 0;
}
