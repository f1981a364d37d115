import type { Audio } from '@ser/features';
import { segments } from './find-speech.ts';
import type { GateOptions } from './gate-options.ts';

/**
 * Whether somebody speaks, sings or shouts anywhere in a recording: whether `findSpeech` finds a
 * part.
 *
 * @param audio Mono, of any length, at 1,000 to 768,000 Hz.
 * @throws {RecognizerError} As `findSpeech`.
 */
export function hasSpeech(audio: Audio, options: GateOptions = {}): boolean {
  return segments('hasSpeech', audio, options).length > 0;
}
