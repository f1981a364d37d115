import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../console/cli-error.ts';
import type { TableRow } from '../table/feature-table.ts';
import { SPLIT_FILE, type SplitClips } from './split-clips.ts';

/** What of a test the model has met before. */
export interface Heard {
  /** Tested clips. */
  n: number;
  /** How many of them trained the model, or chose when its training stopped. */
  clips: number;
  /** Tested actors whose voice it was trained on, in these clips or in others. */
  actors: number[];
}

/**
 * Compares clips with those that a run trained on, as the run's folder tells.
 *
 * @returns null when the folder does not say, as of models that other programs made
 */
export async function findHeard(
  folder: string,
  rows: readonly Pick<TableRow, 'clip' | 'actor'>[],
): Promise<Heard | null> {
  const file = join(folder, SPLIT_FILE);
  if (!existsSync(file)) return null;
  const { train, validation } = parseSplit(file, await readFile(file, 'utf8'));
  const known = new Set([...train, ...validation]);
  // A clip's id ends with its actor.
  const voices = new Set([...known].map((clip) => Number(clip.slice(-2))));
  return {
    n: rows.length,
    clips: rows.filter(({ clip }) => known.has(clip)).length,
    actors: [...new Set(rows.map(({ actor }) => actor))]
      .filter((actor) => voices.has(actor))
      .sort((a, b) => a - b),
  };
}

/** What a reader of the figures must know; undefined when clips and voices are new. */
export function heardWarning(heard: Heard | null): string | undefined {
  if (!heard) {
    return 'Note: the model’s folder does not say which clips it was trained on. If some of these were, the figures are too high.';
  }
  const { n, clips, actors } = heard;
  if (clips > 0) {
    return `WARNING: the model was trained on ${clips} of these ${n} clips. The figures say how well it remembers them, not how well it hears others.`;
  }
  if (actors.length > 0) {
    return `Note: these clips are new to the model, but it was trained on other clips of the actors ${actors.join(', ')}: new voices are harder.`;
  }
  return undefined;
}

function parseSplit(file: string, text: string): SplitClips {
  try {
    const split = JSON.parse(text) as SplitClips;
    if ([split.train, split.validation].every(Array.isArray)) return split;
  } catch {
    // The same to the reader as JSON of another shape.
  }
  throw new CliError(
    'bad-json',
    `${file} must hold the clips of a run, as \`ser train\` writes it`,
  );
}
