import type { AudioInput } from '../audio/audio-input.ts';
import { toGateAudio } from '../audio/to-audio.ts';
import { speechSegments } from './find-speech.ts';
import { checkGateOptions, type GateOptions } from './gate-options.ts';

/**
 * Whether somebody speaks, sings or shouts anywhere in a recording: whether `findSpeech` finds a
 * part.
 *
 * @param audio As for `findSpeech`.
 * @throws {RecognizerError} As `findSpeech`.
 */
export function hasSpeech(audio: AudioInput, options: GateOptions = {}): boolean {
  const checked = checkGateOptions('hasSpeech', options);
  return speechSegments(toGateAudio('hasSpeech', audio), checked).length > 0;
}
