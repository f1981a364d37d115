import { type Audio, decodeWav } from '@ser/corpus';
import { readUserFile } from './read-user-file.ts';

/**
 * Decodes a WAV file that the user has named.
 *
 * @param folderHint what to do where it is a folder
 * @throws CliError `no-such-path`, `not-a-file` or `unreadable-file`; CorpusError for what is no
 *   WAV
 */
export async function readWav(file: string, folderHint: string): Promise<Audio> {
  return decodeWav(await readUserFile(file, { folderHint }), { name: file });
}
