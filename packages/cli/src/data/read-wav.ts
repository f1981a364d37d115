import { readFile } from 'node:fs/promises';
import { type Audio, decodeWav } from '@ser/corpus';
import { CliError } from '../console/cli-error.ts';

/**
 * Decodes a WAV file that the user has named.
 *
 * @param folderHint what to do where it is a folder
 * @throws CliError `no-such-path`, `folder` or `unreadable-file`, CorpusError for what is no WAV
 */
export async function readWav(file: string, folderHint: string): Promise<Audio> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CliError('no-such-path', 'there is no such file', { cause });
    if (code === 'EISDIR') throw new CliError('folder', `it is a folder; ${folderHint}`, { cause });
    throw new CliError('unreadable-file', message, { cause });
  }
  return decodeWav(bytes, { name: file });
}
