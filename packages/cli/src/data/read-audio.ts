import { type Audio, decodeWavStream, type Problem } from '@ser/corpus';
import { CliError } from '../console/cli-error.ts';
import { STDIN } from './expand-files.ts';
import { openWav } from './open-wav.ts';
import { readSound } from './read-sound.ts';

/** An hour and a half at 48 kHz, which takes 1 GiB. One utterance is short. */
const MOST_SAMPLES = 2 ** 28;

/**
 * The sound of a file that the user has named, or of a WAV that comes on standard input.
 *
 * @param onProblem is told of a header that contradicts itself, and is read all the same
 * @throws see `readSound` and `openWav`; the signal's reason
 */
export async function readAudio(
  file: string,
  onProblem: (problem: Problem) => void,
  signal: AbortSignal,
): Promise<Audio> {
  if (file !== STDIN) return readSound(file, onProblem);
  const { name, chunks, close } = await openWav(file);
  try {
    const parts: Float32Array[] = [];
    let length = 0;
    let rate = 0;
    for await (const part of decodeWavStream(chunks, { name, onProblem, signal })) {
      parts.push(part.samples);
      length += part.samples.length;
      rate = part.sampleRate;
      if (length > MOST_SAMPLES) throw tooLong(name);
    }
    const samples = new Float32Array(length);
    let at = 0;
    for (const part of parts) {
      samples.set(part, at);
      at += part.length;
    }
    return { samples, sampleRate: rate };
  } finally {
    await close();
  }
}

function tooLong(name: string): CliError {
  const message =
    `${name} must have at most ${MOST_SAMPLES} samples, got more; ` +
    'the emotions of long recordings are for --windows';
  return new CliError('unreadable-file', message);
}
