import { type Audio, decodeWav, type Problem } from '@ser/corpus';
import { readUserFile } from './read-user-file.ts';

/**
 * Decodes a WAV file that the user has named, whatever its name ends in.
 *
 * @param onProblem is told of a header that contradicts itself, and is read all the same
 * @throws CliError `no-such-path`, `not-a-file` or `unreadable-file`; CorpusError for what is no
 *   sound WAV, which says what it is
 */
export async function readWav(file: string, onProblem: (problem: Problem) => void): Promise<Audio> {
  const bytes = await readUserFile(file, { folderHint: 'name the files in it' });
  return decodeWav(bytes, {
    name: file,
    onProblem: (problem) => onProblem({ ...problem, file }),
  });
}
