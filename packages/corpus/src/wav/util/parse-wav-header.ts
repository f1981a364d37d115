import { CorpusError } from '../../corpus-error.ts';
import type { Problem } from '../../problem.ts';
import { checkOptions } from '../../util/check-options.ts';
import { sniffFormat } from '../sniff-format.ts';
import type { WavHeader } from '../wav-header.ts';
import { WAV_OPTIONS, type WavOptions } from '../wav-options.ts';
import { asciiAt } from './ascii-at.ts';
import { checkBytes } from './check-bytes.ts';
import { parseFormat } from './parse-format.ts';
import { findRiffChunks } from './riff-chunks.ts';
import { findSampleLayout } from './sample-layout.ts';
import { skipId3 } from './skip-id3.ts';
import { createWavReporter } from './wav-reporter.ts';

/** Compressed streams that some programs put into a WAV as if they were PCM. */
const STREAMS: ReadonlyMap<string, string> = new Map([
  ['wvpk', 'WavPack'],
  ['OggS', 'Ogg'],
]);

/** `readWavHeader` for other functions: its messages name the caller. */
export function parseWavHeader(caller: string, bytes: Uint8Array, options: WavOptions): WavHeader {
  checkOptions(caller, options, WAV_OPTIONS);
  const { name, truncated = 'error', onProblem } = options;
  if (truncated !== 'error' && truncated !== 'read') {
    const message = `${caller}: \`truncated\` must be "error" or "read", got ${String(truncated)}`;
    throw new CorpusError('bad-argument', message);
  }
  checkBytes(caller, bytes, name);
  const problems: Problem[] = [];
  const reporter = createWavReporter(caller, name, problems);
  const { fail } = reporter;
  const sniffed = sniffFormat(bytes);
  if (sniffed.format !== 'wav') {
    const advice = sniffed.advice === undefined ? '' : `: ${sniffed.advice}`;
    fail('not-wav', 'must be a WAV file', `${sniffed.description}${advice}`);
  }
  const chunks = findRiffChunks(bytes, skipId3(bytes), truncated, reporter);
  const { data, littleEndian } = chunks;
  const format = parseFormat(bytes, chunks.format, littleEndian, reporter);
  const { encoding, channels, sampleRate } = format;
  const layout = findSampleLayout(bytes, data, format, littleEndian, reporter);
  const stream = STREAMS.get(asciiAt(bytes, data.offset, 4));
  if (stream !== undefined) fail('unsupported-wav', 'must hold samples', `a stream of ${stream}`);
  const block = channels * layout.bytesPerSample;
  const frames = Math.floor(data.size / block);
  if (frames === 0) fail('empty-wav', `must hold a frame of ${block} bytes or more`, data.size);
  for (const problem of problems) onProblem?.(problem);
  return {
    encoding: encoding.name,
    channels,
    sampleRate,
    ...layout,
    frames,
    dataOffset: data.offset,
    littleEndian,
  };
}
