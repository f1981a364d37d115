import { publishedModelFolder } from '@ser/ravdess-data/node';
import { findModel } from './find-model.ts';
import { newestRun } from './newest-run.ts';

/** The words that `--model` takes in place of a folder; `./newest` is a folder. */
export const PUBLISHED = 'published';
export const NEWEST = 'newest';

/** A model that the user has chosen. */
export interface ChosenModel {
  /** What people call it: its folder, or `published`. */
  name: string;
  folder: string;
}

/**
 * The model that a word stands for: `published`, `newest` for that of the newest run in `runs/`, or
 * else a folder.
 *
 * @throws CliError, see `findModel` and `newestRun`
 */
export async function chooseModel(choice: string): Promise<ChosenModel> {
  if (choice === PUBLISHED) return { name: PUBLISHED, folder: publishedModelFolder() };
  const folder = choice === NEWEST ? await newestRun() : await findModel(choice);
  return { name: folder, folder };
}

/** A model's name within a sentence. */
export function titleOf(name: string): string {
  return name === PUBLISHED ? 'the published model' : `the model in ${name}`;
}
