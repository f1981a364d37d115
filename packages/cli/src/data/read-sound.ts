import type { Audio, Problem } from '@ser/corpus';
import { decodeAudio } from '@ser/corpus/node';
import { readUserFile } from './read-user-file.ts';

/**
 * Decodes a sound file that the user has named, whatever its name ends in: WAV, and what the
 * optional audio-decode reads.
 *
 * @param onProblem is told of a header that contradicts itself, and is read all the same
 * @throws CliError `no-such-path`, `not-a-file` or `unreadable-file`; CorpusError for what is no
 *   sound, which says what it is, and `missing-decoder`
 */
export async function readSound(
  file: string,
  onProblem: (problem: Problem) => void,
): Promise<Audio> {
  const bytes = await readUserFile(file, { folderHint: 'name the files in it' });
  return decodeAudio(bytes, {
    name: file,
    onProblem: (problem) => onProblem({ ...problem, file }),
  });
}
