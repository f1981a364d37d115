import type { Audio } from '../audio/audio.ts';
import { speechSegments } from '../gate/find-speech.ts';
import { checkGateOptions } from '../gate/gate-options.ts';
import { abortable } from '../util/abortable.ts';
import { badArgument } from '../util/checks.ts';
import type { SpeechOption } from './options.ts';

/**
 * Throws unless `speech` is an option as it should be, before any sound is there.
 *
 * @throws {RecognizerError} `bad-argument`.
 */
export function checkSpeech(caller: string, speech: unknown): asserts speech is SpeechOption {
  if (speech === false || typeof speech === 'function') return;
  if (typeof speech === 'object' && speech !== null && !Array.isArray(speech)) {
    checkGateOptions(caller, speech, 'speech');
    return;
  }
  throw badArgument(caller, 'speech', 'false, options of the gate, or a function', speech);
}

/** Whether there is speech in a sound; true where it is not looked for. A signal ends the wait. */
export async function hearsSpeech(
  caller: string,
  audio: Audio,
  speech: SpeechOption,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (speech === false) return true;
  if (typeof speech !== 'function') {
    return speechSegments(audio, checkGateOptions(caller, speech, 'speech')).length > 0;
  }
  const heard: unknown = await abortable(Promise.resolve(speech(audio)), signal);
  if (typeof heard === 'boolean') return heard;
  throw badArgument(caller, 'speech', 'a function that gives true or false', heard);
}
