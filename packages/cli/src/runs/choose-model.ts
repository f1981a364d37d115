import { publishedModelFolder } from '@ser/ravdess-data/node';
import { findModel } from './find-model.ts';
import { newestRun } from './newest-run.ts';

/** The words that `--model` takes in place of a folder; `./newest` is a folder. */
export const PUBLISHED = 'published';
export const NEWEST = 'newest';

/** A model that the user has chosen. */
export interface ChosenModel {
  /** What `--model` takes for it: its folder, or `published`. */
  name: string;
  folder: string;
  /** Whether it is the model that comes along. */
  isPublished: boolean;
}

/**
 * The model that a word stands for: `published`, `newest` for that of the newest run in `runs/`, or
 * else a folder.
 *
 * @throws CliError, see `findModel` and `newestRun`
 */
export async function chooseModel(choice: string): Promise<ChosenModel> {
  if (choice === PUBLISHED) {
    return { name: PUBLISHED, folder: publishedModelFolder(), isPublished: true };
  }
  const folder = choice === NEWEST ? await newestRun() : await findModel(choice);
  // A folder of such a name is no word once it is written as a path.
  const name = [PUBLISHED, NEWEST].includes(folder) ? `./${folder}` : folder;
  return { name, folder, isPublished: false };
}

/** A model's name within a sentence. */
export function titleOf({ name, isPublished }: Omit<ChosenModel, 'folder'>): string {
  return isPublished ? 'the published model' : `the model in ${name}`;
}
