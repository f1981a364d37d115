import { CorpusError } from '../../corpus-error.ts';
import type { Problem } from '../../problem.ts';
import { checkOptions } from '../../util/check-options.ts';
import type { WavHeader } from '../wav-header.ts';
import { WAV_OPTIONS, type WavOptions } from '../wav-options.ts';
import { checkBytes } from './check-bytes.ts';
import { wholeFile } from './file-bytes.ts';
import { findWavHeader } from './find-wav-header.ts';
import { findJustification } from './justification.ts';
import { createWavReporter } from './wav-reporter.ts';

/** `readWavHeader` for other functions: its messages name the caller. */
export function parseWavHeader(caller: string, bytes: Uint8Array, options: WavOptions): WavHeader {
  checkOptions(caller, options, WAV_OPTIONS);
  const { name, truncated = 'error', onProblem } = options;
  checkTruncated(caller, truncated);
  checkBytes(caller, bytes, name);
  const problems: Problem[] = [];
  const { dataBytes: _, ...header } = findWavHeader(
    wholeFile(bytes),
    createWavReporter(caller, name, problems),
    {
      truncated,
      justify: (data, littleEndian) => findJustification(bytes, data, littleEndian),
    },
  );
  for (const problem of problems) onProblem?.(problem);
  return header;
}

/** Refuses what a file that is cut cannot become. */
export function checkTruncated(caller: string, truncated: unknown): void {
  if (truncated === 'error' || truncated === 'read') return;
  const message = `${caller}: \`truncated\` must be "error" or "read", got ${String(truncated)}`;
  throw new CorpusError('bad-argument', message);
}
