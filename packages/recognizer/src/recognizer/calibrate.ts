import type { AudioInput } from '../audio/audio-input.ts';
import { toAudio } from '../audio/to-audio.ts';
import { RecognizerError } from '../recognizer-error.ts';
import { badArgument } from '../util/checks.ts';
import { iterate } from '../util/iterate.ts';
import { nextTask } from '../util/next-task.ts';
import { isAsyncIterable, isIterable } from '../util/source-iterator.ts';
import { addClip, type VoiceSums } from '../voice/voice-sums.ts';
import { hearsSpeech } from './hears-speech.ts';
import type { CalibrateOptions } from './options.ts';
import type { Versions } from './versions.ts';

/** Clips of a voice, in a list or as they come. */
export type Clips = Iterable<AudioInput> | AsyncIterable<AudioInput>;

/** Throws unless `clips` is a list or a stream, and no clip itself. */
export function checkClips(caller: string, clips: unknown): asserts clips is Clips {
  const isOne = ArrayBuffer.isView(clips) || typeof clips === 'string';
  if ((isIterable(clips) || isAsyncIterable(clips)) && !isOne) return;
  throw badArgument(caller, 'clips', 'a list or stream of clips, such as [clip]', clips);
}

/**
 * What is heard of a voice in clips, beside what was heard of it before. Clips without speech are
 * left out.
 *
 * @throws {RecognizerError} `too-few` where no clip has speech; that of a clip which is none; the
 *   signal's reason.
 */
export async function hearVoice(
  caller: string,
  clips: Clips,
  options: CalibrateOptions & { versions: Versions; before: VoiceSums | undefined },
): Promise<VoiceSums> {
  const { versions, before, speech = {}, signal, onProgress } = options;
  let voice = before;
  let count = 0;
  let heard = 0;
  for await (const clip of iterate(caller, 'clips', clips, signal)) {
    const audio = toAudio(caller, `clips[${count}]`, clip);
    count++;
    if (await hearsSpeech(caller, audio, speech, signal)) {
      voice = addClip(voice, await versions.extract(caller, audio, { all: true, signal }));
      heard++;
    }
    onProgress?.({ clips: count, speech: heard });
    // Timers and events run even where no clip has speech and none is waited for.
    await nextTask();
  }
  if (voice && heard > 0) return voice;
  const got = count === 0 ? 'none' : `${count} without`;
  const text = `${caller}: \`clips\` must hold at least one with speech, got ${got}`;
  throw new RecognizerError('too-few', text);
}
