import type { Audio } from '../audio/audio.ts';
import { checkSamples } from '../audio/check-samples.ts';
import { toAnyLength } from '../audio/to-audio.ts';
import { RecognizerError } from '../recognizer-error.ts';
import { badArgument, isFloats } from '../util/checks.ts';

/** What is known of the rate of chunks, in Hz. */
export interface ChunkRates {
  /** The option: the rate of bare samples. */
  option: number | undefined;
  /** The rate of the chunks before. */
  before: number | undefined;
}

/**
 * A chunk of a stream, checked, with its rate.
 *
 * @throws {RecognizerError} `bad-argument` for what is no chunk, has no rate or another one than
 *   those before; `bad-audio` for samples that are not finite.
 */
export function readChunk(name: string, chunk: unknown, { option, before }: ChunkRates): Audio {
  const audio = isBare(chunk, option)
    ? withRate(name, chunk, option)
    : toAnyLength('listen', name, chunk);
  const expected = before ?? option ?? audio.sampleRate;
  if (audio.sampleRate === expected) return audio;
  const text = `listen: \`${name}\` must keep the rate of ${expected} Hz, got ${audio.sampleRate}`;
  throw new RecognizerError('bad-argument', text);
}

/** Whether a chunk is samples alone. Numbers of other kinds are, where their rate is there. */
function isBare(chunk: unknown, option: number | undefined): boolean {
  if (isFloats(chunk)) return true;
  const kind = Object.prototype.toString.call(chunk);
  return (
    option !== undefined && /^\[object (Array|(Int|BigInt|Uint16|Uint32).*Array)\]$/.test(kind)
  );
}

function withRate(name: string, samples: unknown, sampleRate: number | undefined): Audio {
  if (sampleRate === undefined) {
    const expected = '{ samples, sampleRate }, or samples beside the option `sampleRate`';
    throw badArgument('listen', name, expected, samples);
  }
  checkSamples('listen', name, samples);
  return { samples, sampleRate };
}
