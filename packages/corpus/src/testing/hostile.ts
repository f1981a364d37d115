import { readdirSync } from 'node:fs';
import { join } from 'node:path';
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
  /** Processor time that it took. */
  seconds: number;
}

/** Reads every clip in each zip of a folder, one after the other, by the zips' names. */
export async function readZips(folder: string): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  for (const name of readdirSync(folder)) {
    outcomes[name] = await readAll(fromZip, join(folder, name));
  }
  return outcomes;
}

/** Reads every clip below a folder, one after the other. */
export function readFolder(path: string): Promise<Outcome> {
  return readAll(fromDirectory, path);
}

async function readAll(source: typeof fromZip, path: string): Promise<Outcome> {
  const before = process.cpuUsage();
  const outcome: Outcome = { read: [], failed: {}, problems: {}, seconds: 0 };
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
  const { user, system } = process.cpuUsage(before);
  outcome.seconds = (user + system) / 1e6;
  return outcome;
}
