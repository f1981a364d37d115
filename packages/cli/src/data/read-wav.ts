import { type Audio, decodeWav } from '@ser/corpus';
import { CliError } from '../console/cli-error.ts';
import { contentKind, toWavHint } from './content-kind.ts';
import { readUserFile } from './read-user-file.ts';

/**
 * Decodes a WAV file that the user has named, whatever its name ends in.
 *
 * @throws CliError `no-such-path`, `not-a-file`, `unreadable-file`, or `not-wav` for a file that is
 *   known to be another thing; CorpusError for what is no sound WAV
 */
export async function readWav(file: string): Promise<Audio> {
  const bytes = await readUserFile(file, { folderHint: 'name the files in it' });
  const { kind, name } = contentKind(bytes);
  if (kind !== 'wav' && kind !== 'unknown') {
    const hint = toWavHint(name) ?? otherHint(kind);
    throw new CliError('not-wav', `it must be a WAV, got ${name}${hint ? `; ${hint}` : ''}`);
  }
  return decodeWav(bytes, { name: file });
}

function otherHint(kind: string): string | undefined {
  if (kind === 'zip') return 'unpack it, or give it to --data';
  return kind === 'table' ? 'give it to --data' : undefined;
}
