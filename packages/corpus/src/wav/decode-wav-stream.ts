import { CorpusError } from '../corpus-error.ts';
import type { Problem } from '../problem.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Audio } from './decode-wav.ts';
import { WAV_STREAM_OPTIONS, type WavStreamOptions } from './decode-wav-stream-options.ts';
import { type ByteChunks, byteParts } from './util/byte-parts.ts';
import { ComingFile, LOOK_AHEAD, LostBytes, MissingBytes } from './util/coming-file.ts';
import { decodeFrames } from './util/decode-frames.ts';
import { type FoundHeader, findWavHeader } from './util/find-wav-header.ts';
import { JustificationFinder } from './util/justification.ts';
import { checkTruncated } from './util/parse-wav-header.ts';
import { createWavReporter } from './util/wav-reporter.ts';

const CALLER = 'decodeWavStream';

/**
 * Decodes a WAV while its bytes come, to mono; the channels are averaged. It takes the memory of
 * some 64 KiB of the file, however long that is: a file of hours, one of more than 4 GiB, standard
 * input, the body of a `fetch`.
 *
 * The samples are those of `decodeWav` of the whole file, bit for bit, whatever the sizes of the
 * chunks. They come as soon as their bytes do. What can only be known at the end comes behind them:
 * an error for a file that is cut, or that holds a second recording, and what `onProblem` is told.
 * Of a file with several faults, the one that stands first is thrown.
 *
 * Where a header contradicts itself so that the bytes behind it must decide, up to 64 KiB of them
 * are waited for. Where they decide otherwise than all of the file does, the stream ends with
 * `unsupported-wav`, which says to use `decodeWav`; so it does where `fmt ` stands behind more
 * samples than that.
 *
 * @param chunks The file, in parts of any size: a `ReadableStream`, `process.stdin`,
 *   `fs.createReadStream(path)`, a `Blob`'s `stream()`.
 * @param options See `WavStreamOptions`.
 * @returns Parts of the sound, none of them empty. Ending the iteration early closes `chunks`.
 * @throws {CorpusError} What `decodeWav` throws; `bad-argument` for what is no such source, or gives
 *   other things than `Uint8Array`s. The signal's reason, and what the source throws.
 *
 * @example
 * for await (const { samples, sampleRate } of decodeWavStream(createReadStream('hours.wav'))) {
 *   meter.push(samples, sampleRate);
 * }
 */
export async function* decodeWavStream(
  chunks: ByteChunks,
  options: WavStreamOptions = {},
): AsyncGenerator<Audio, void, undefined> {
  checkOptions(CALLER, options, WAV_STREAM_OPTIONS);
  const { name, truncated = 'error', onProblem, signal } = options;
  checkTruncated(CALLER, truncated);
  const parts = byteParts(CALLER, chunks, signal);
  try {
    const problems = yield* decodeParts(parts, name, truncated);
    for (const problem of problems) onProblem?.(problem);
  } finally {
    await parts.return();
  }
}

/** @returns What the file has of faults. */
async function* decodeParts(
  parts: AsyncIterator<Uint8Array>,
  name: string | undefined,
  truncated: 'error' | 'read',
): AsyncGenerator<Audio, Problem[], undefined> {
  const file = new ComingFile();
  const { window } = file;
  const pull = async (): Promise<boolean> => {
    const { done, value } = await parts.next();
    if (done) file.end();
    else file.push(value);
    return !done;
  };
  let problems: Problem[] = [];
  let finder: JustificationFinder | undefined;

  const find = (until: 'samples' | 'end'): FoundHeader => {
    problems = [];
    return findWavHeader(file, createWavReporter(CALLER, name, problems, 'chunks'), {
      truncated,
      until,
      justify({ offset, size }, littleEndian) {
        if (until === 'end' && finder !== undefined) return finder.justification(size);
        finder = new JustificationFinder(littleEndian);
        const first = new JustificationFinder(littleEndian);
        first.push(file.slice(offset, Math.min(size, LOOK_AHEAD)));
        return first.justification(size);
      },
    });
  };
  /** Reads on until the header can be found. */
  const wait = async (until: 'samples' | 'end'): Promise<FoundHeader> => {
    for (;;) {
      try {
        return find(until);
      } catch (error) {
        if (error instanceof LostBytes) throw contradiction(name);
        if (!(error instanceof MissingBytes)) throw error;
        do file.forget(error);
        while ((await pull()) && window.end < error.to);
      }
    }
  };

  const header = await wait('samples');
  const { channels, sampleRate, bytesPerSample, dataOffset, dataBytes } = header;
  const block = channels * bytesPerSample;
  const end = dataOffset + dataBytes;
  let position = dataOffset;
  if (window.start > position) throw contradiction(name);
  let frames = 0;
  do {
    const available = Math.min(window.end, end) - position;
    const count = Math.floor(available / block);
    if (count > 0) {
      const bytes = window.view(position, count * block);
      finder?.push(bytes);
      const samples = decodeFrames(bytes, { ...header, frames: count, dataOffset: 0 });
      position += count * block;
      frames += count;
      window.dropTo(position);
      yield { samples, sampleRate };
    }
  } while (end - position >= block && (await pull()));
  // A frame may have no end.
  const rest = Math.min(window.end, end) - position;
  finder?.push(window.view(position, rest));

  const whole = await wait('end');
  const isSame = SAME.every((key) => whole[key] === header[key]) && whole.frames === frames;
  if (!isSame) throw contradiction(name);
  return problems;
}

/** What must be so at the end as it was at the beginning. */
const SAME = [
  'encoding',
  'channels',
  'sampleRate',
  'bytesPerSample',
  'isRightJustified',
  'dataOffset',
  'littleEndian',
] as const;

/** The error for a file whose end shows that its samples are others than those that were given. */
function contradiction(name: string | undefined): CorpusError {
  const message =
    `${CALLER}: ${name ?? '`chunks`'} must not contradict its header behind its first ` +
    `${LOOK_AHEAD} bytes, got samples other than the header says: decode it whole with \`decodeWav\``;
  return new CorpusError('unsupported-wav', message, { file: name });
}
