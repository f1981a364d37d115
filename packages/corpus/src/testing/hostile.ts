import { fromDirectory } from '../node/from-directory.ts';
import { fromZip } from '../node/from-zip.ts';
import type { Problem } from '../problem.ts';

/** What came of the clips of a source, by their ids. */
export interface Outcome {
  /** Those that could be read. */
  read: string[];
  /** The codes of those that could not. */
  failed: Record<string, string>;
  /** How many files were left out before, by code. */
  problems: Record<string, number>;
}

/** Reads every clip in a zip, one after the other. */
export function readZip(path: string): Promise<Outcome> {
  return readAll(fromZip, path);
}

/** Reads every clip below a folder, one after the other. */
export function readFolder(path: string): Promise<Outcome> {
  return readAll(fromDirectory, path);
}

async function readAll(source: typeof fromZip, path: string): Promise<Outcome> {
  const outcome: Outcome = { read: [], failed: {}, problems: {} };
  const onProblem = ({ code }: Problem): void => {
    outcome.problems[code] = (outcome.problems[code] ?? 0) + 1;
  };
  for await (const clip of source(path, { describe: () => ({}), onProblem })) {
    try {
      await clip.bytes();
      outcome.read.push(clip.id);
    } catch (error) {
      outcome.failed[clip.id] = (error as { code: string }).code;
    }
  }
  return outcome;
}
