import { type SniffedFormat, sniffFormat } from '../sniff-format.ts';
import type { WavHeader } from '../wav-header.ts';
import { CONTAINERS } from './containers.ts';
import { type FileBytes, textAt } from './file-bytes.ts';
import type { Justification } from './justification.ts';
import { parseFormat } from './parse-format.ts';
import { type ByteRange, findRiffChunks } from './riff-chunks.ts';
import { findSampleLayout } from './sample-layout.ts';
import { skipId3 } from './skip-id3.ts';
import type { WavReporter } from './wav-reporter.ts';

/** What a file is asked besides its bytes. */
export interface FindHeaderOptions {
  truncated: 'error' | 'read';
  /**
   * Where the search ends in a file that is still coming: at its samples, or behind them. Default
   * `'end'`.
   */
  until?: 'samples' | 'end';
  /** How 24 bits in four bytes each stand in the samples. */
  justify: (data: ByteRange, littleEndian: boolean) => Justification;
}

/** A header, and the bytes of the samples: of a file that is still coming, what it says of them. */
export type FoundHeader = WavHeader & { dataBytes: number };

/** Compressed streams that some programs put into a WAV as if they were PCM. */
const STREAMS: ReadonlyMap<string, string> = new Map([
  ['wvpk', 'WavPack'],
  ['OggS', 'Ogg'],
]);
/** The letters of a container, its size, and "WAVE". */
const FORM_BYTES = 12;
/** The bytes that say what else a file is, and those that say that it is nothing but tags. */
const SNIFFED_BYTES = 4096;
const TAG_BYTES = 10;

/** Finds out where the samples of a WAV are and how they lie there. */
export function findWavHeader(
  file: FileBytes,
  reporter: WavReporter,
  { truncated, until = 'end', justify }: FindHeaderOptions,
): FoundHeader {
  const { fail } = reporter;
  const start = skipId3(file);
  const sniffed = sniffBehindTags(file, start);
  if (sniffed.format !== 'wav') {
    const advice = sniffed.advice === undefined ? '' : `: ${sniffed.advice}`;
    fail('not-wav', 'must be a WAV file', `${sniffed.description}${advice}`);
  }
  const chunks = findRiffChunks(file, start, truncated, reporter, until);
  const { data, littleEndian } = chunks;
  const format = parseFormat(chunks.format, littleEndian, reporter);
  const { encoding, channels, sampleRate } = format;
  const layout = findSampleLayout(format, () => justify(data, littleEndian), reporter);
  const stream = STREAMS.get(textAt(file, data.offset, 4));
  if (stream !== undefined) fail('unsupported-wav', 'must hold samples', `a stream of ${stream}`);
  const block = channels * layout.bytesPerSample;
  const frames = Math.floor(data.size / block);
  const isEnded = file.length < Number.POSITIVE_INFINITY;
  if (frames === 0 && isEnded) {
    fail('empty-wav', `must hold a frame of ${block} bytes or more`, data.size);
  }
  return {
    encoding: encoding.name,
    channels,
    sampleRate,
    ...layout,
    frames,
    dataOffset: data.offset,
    littleEndian,
    dataBytes: data.size,
  };
}

/** What a file is by the first bytes behind its tags. */
function sniffBehindTags(file: FileBytes, start: number): SniffedFormat {
  const form = file.slice(start, FORM_BYTES);
  if (CONTAINERS.includes(textAt(file, start, 4))) return sniffFormat(form);
  const isTags = form.length === 0;
  return sniffFormat(isTags ? file.slice(0, TAG_BYTES) : file.slice(start, SNIFFED_BYTES));
}
