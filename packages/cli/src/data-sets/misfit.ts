import { guessScheme, type Problem } from '@ser/corpus';
import { CliError } from '../console/cli-error.ts';
import { nameOfSource } from './describe-of.ts';
import type { LabelSource } from './labelling.ts';

/** Problems of files that hold sound and whose labels nobody knows. */
const CODES: readonly string[] = ['bad-filename', 'no-label'];

/** What is known of files that are not labelled. */
export interface Misfit {
  /** The data set whose names they should have. */
  name: string;
  /** What should have said their labels; null for the data set's own names. */
  from: LabelSource | null;
  /** Where the files lie. */
  paths: readonly string[];
  problems: readonly Problem[];
}

/**
 * The error of data of which no file is labelled: it shows a file, and how to describe all of them.
 * Undefined where the files are not to blame.
 */
export function misfitError({ name, from, paths, problems }: Misfit): CliError | undefined {
  const files = problems.filter(({ code }) => CODES.includes(code));
  const [first] = files;
  if (!first) return undefined;
  const below = files.map(({ file }) => pathBelow(paths, file));
  const known = guessScheme(below)?.name;
  const isNew = known !== undefined && !(from?.kind === 'scheme' && from.scheme.name === known);
  const count = files.length === 1 ? 'the one file' : `the ${files.length} files`;
  const message =
    `${paths.join(' ')} holds no clip that ${whatSays(name, from)}; ${count} there ` +
    `${files.length === 1 ? 'is' : 'are'} such as ${below[0]}`;
  const hint = isNew
    ? `They are named as those of ${known}: add --labels ${known}`
    : 'Say how they are labelled: --labels FILE.csv with the columns file, label and speaker; ' +
      '--labels folders, where each lies in a folder of its label; or --labels SCHEME.json, a ' +
      'pattern of their names. `ser inspect --help` shows each.';
  return new CliError('no-clips', message, { hint });
}

function whatSays(name: string, from: LabelSource | null): string {
  if (from === null) return `is named as those of ${name} are`;
  const own = nameOfSource(from);
  if (from.kind === 'csv') return `has a row in ${own}`;
  if (from.kind === 'scheme')
    return `is named as those of ${own} are, such as ${from.scheme.example}`;
  return from.kind === 'folders' && from.speaker === 'parent'
    ? 'lies in SPEAKER/LABEL/'
    : 'lies in a folder of its label below it';
}

/** A file's path below the one of these that it lies in, with forward slashes. */
function pathBelow(paths: readonly string[], file: string): string {
  const plain = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//, '');
  const found = plain(file);
  const root = paths
    .map((path) => `${plain(path).replace(/\/$/, '')}/`)
    .find((path) => found.startsWith(path));
  return root === undefined ? found : found.slice(root.length);
}
