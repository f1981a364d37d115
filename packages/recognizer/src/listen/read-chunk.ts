import type { Audio, Samples } from '../audio/audio.ts';
import { RecognizerError } from '../recognizer-error.ts';
import { badArgument, checkWithin, isFloats } from '../util/checks.ts';

/**
 * A chunk of a stream with its rate.
 *
 * @param sampleRate The option: the rate of bare samples.
 * @param before The rate of the chunks before it.
 */
export function readChunk(
  chunk: unknown,
  sampleRate: number | undefined,
  before: number | undefined,
): Audio {
  const audio = isFloats(chunk) ? withRate(chunk, sampleRate) : checkAudio(chunk);
  const expected = before ?? sampleRate ?? audio.sampleRate;
  if (audio.sampleRate !== expected) {
    const text =
      `listen: \`sampleRate\` of a chunk must stay at ${expected}, got ${audio.sampleRate}; ` +
      'resample the chunks to one rate';
    throw new RecognizerError('bad-audio', text);
  }
  return audio;
}

function withRate(samples: Samples, sampleRate: number | undefined): Audio {
  if (sampleRate !== undefined) return { samples, sampleRate };
  const expected = 'chunks { samples, sampleRate }, or given with the option `sampleRate`';
  throw badArgument('listen', 'stream', expected, samples);
}

function checkAudio(chunk: unknown): Audio {
  const { samples, sampleRate } = Object(chunk);
  if (!isFloats(samples)) {
    const expected = 'an iterable of { samples: Float32Array, sampleRate }';
    throw badArgument('listen', 'stream', expected, samples === undefined ? chunk : samples);
  }
  checkWithin('listen', 'sampleRate', sampleRate, 1, 1e6);
  return { samples, sampleRate };
}
