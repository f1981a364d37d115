import { stat } from 'node:fs/promises';
import { CliError } from '../console/cli-error.ts';
import type { Problems } from '../console/problems.ts';
import { expandPattern, isPattern } from './expand-pattern.ts';
import { filesBelow } from './files-below.ts';
import { hasEnding } from './has-ending.ts';

/** The word that stands for standard input. */
export const STDIN = '-';

/** Options of {@link expandFiles}. */
export interface ExpandFilesOptions {
  /** Whether `-` is one of the files, as standard input. Default false. */
  takesStdin?: boolean;
  /** Which files of a folder are meant. Default: WAVs. */
  endings?: readonly string[];
}

/**
 * The files that the user's words stand for: of a folder the sounds below it, of a pattern what
 * matches. A word that stands for nothing is a problem, and the others go on.
 */
export async function expandFiles(
  words: readonly string[],
  problems: Problems,
  { takesStdin = false, endings = ['.wav'] }: ExpandFilesOptions = {},
): Promise<string[]> {
  const files: string[] = [];
  for (const word of words) {
    try {
      if (word !== STDIN) files.push(...(await expand(word, endings)));
      else if (takesStdin && !files.includes(STDIN)) files.push(STDIN);
      else throw noStdin(takesStdin);
    } catch (error) {
      problems.addError(word, error);
    }
  }
  return files;
}

function noStdin(takesStdin: boolean): CliError {
  const why = takesStdin ? 'standard input is read once' : 'standard input is not read here';
  return new CliError('not-a-file', `${why}; save it as a file first`);
}

async function expand(word: string, endings: readonly string[]): Promise<string[]> {
  // A file of that name, which a pattern has found.
  if (word === STDIN) return [`./${STDIN}`];
  const stats = await stat(word).catch(() => undefined);
  if (stats?.isDirectory()) return soundsBelow(word, endings);
  // Whatever else is wrong with it, who reads it says so.
  if (stats || !isPattern(word)) return [word];
  const matches = await expandPattern(word);
  if (matches.length === 0) {
    throw new CliError('no-such-path', 'there is no such file, and none that matches the pattern');
  }
  return (await Promise.all(matches.map((match) => expand(match, endings)))).flat();
}

async function soundsBelow(folder: string, endings: readonly string[]): Promise<string[]> {
  const sounds: string[] = [];
  for await (const file of filesBelow(folder)) if (hasEnding(file, endings)) sounds.push(file);
  if (sounds.length > 0) return sounds;
  const kinds = endings.join(', ');
  throw new CliError('not-a-file', `it is a folder without ${kinds} files; name the files`);
}
