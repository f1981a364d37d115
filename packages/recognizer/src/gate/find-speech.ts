import type { Audio } from '../audio/audio.ts';
import type { AudioInput } from '../audio/audio-input.ts';
import { toGateAudio } from '../audio/to-audio.ts';
import { checkGateOptions, type FullGateOptions, type GateOptions } from './gate-options.ts';
import { HOP_SECONDS } from './util/measure-frames.ts';
import { speechProbabilities } from './util/speech-probabilities.ts';
import { speechRuns } from './util/speech-runs.ts';

/** A part of a recording in which somebody speaks. */
export interface SpeechSegment {
  /** Seconds from the beginning of the recording. */
  readonly start: number;
  /** Seconds from the beginning of the recording; after `start`. */
  readonly end: number;
}

/**
 * Where somebody speaks, sings or shouts: frames of 40 ms, one every 20 ms, that are periodic as
 * vowels are and louder than the background of 3 s around them, joined and thinned by hysteresis
 * as `@ricky0123/vad-web` does it. It works at 4 kHz, whatever the rate, and does not mind the
 * level. Whispering is not heard; music and animals may be taken for voices.
 *
 * @param audio As for `recognize`, but of any length, and at 1,000 to 768,000 Hz.
 * @returns The parts in their order, which do not overlap; a part holds the pad before speech and
 *   the silence (`redemptionMs`) after which it was over, as vad-web's do.
 * @throws {RecognizerError} `bad-audio` for samples that are none or not finite and for bytes that
 *   are no WAV, `stereo` for an `AudioBuffer` of several channels, `bad-argument` for what is no
 *   audio and for options out of range.
 */
export function findSpeech(audio: AudioInput, options: GateOptions = {}): SpeechSegment[] {
  const checked = checkGateOptions('findSpeech', options);
  return speechSegments(toGateAudio('findSpeech', audio), checked);
}

/** The work of `findSpeech` and `hasSpeech`, on audio and options that were checked. */
export function speechSegments(audio: Audio, options: FullGateOptions): SpeechSegment[] {
  const { probabilities, frameSeconds } = speechProbabilities(audio);
  const length = audio.samples.length / audio.sampleRate;
  let before = 0;
  return speechRuns(probabilities, 1000 * HOP_SECONDS, options).map(({ from, to }) => {
    const start = Math.max(before, from * HOP_SECONDS - options.preSpeechPadMs / 1000);
    const isLast = to === probabilities.length;
    const end = isLast ? length : Math.min(length, (to - 1) * HOP_SECONDS + frameSeconds);
    before = end;
    return { start, end };
  });
}
