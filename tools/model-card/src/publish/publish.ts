import { join } from 'node:path';
import { testVariantsOf } from '@ser/experiment';
import { folderStore } from '@ser/model/node';
import { PLANS } from '../train/plans.ts';
import { startBackend } from '../train/start-backend.ts';
import { GENERATED_FILE, GENERATED_FOLDER, MODEL_FOLDER } from '../util/paths.ts';
import { note } from '../util/progress.ts';
import { readTable } from '../util/read-table.ts';
import { choose } from './choose.ts';
import { generatedModule } from './generated-module.ts';
import { recognizerJson } from './recognizer-json.ts';
import { trainPublished } from './train-published.ts';

/**
 * Trains what is published, chooses temperatures and thresholds on the actors 1 to 20, and writes
 * the model's folder and the module that holds it.
 */
export async function publish({ data }: { data: string }): Promise<void> {
  note(`reading ${data}`);
  const table = await readTable('--data', data);
  await startBackend();
  const trained = await trainPublished(table);
  const choices = await choose(table);
  const versions = testVariantsOf(PLANS.plain().recipe).map(({ name }) => name);
  const text = (words: string) => new TextEncoder().encode(words);
  const files = new Map([
    ...trained.files,
    ['recognizer.json', text(recognizerJson(choices, trained, versions))],
  ]);
  const folder = folderStore(MODEL_FOLDER);
  for (const [file, bytes] of files) await folder.write(file, bytes);
  await folder.write('choices.json', text(`${JSON.stringify(choices, null, 2)}\n`));
  await folderStore(GENERATED_FOLDER).write(GENERATED_FILE, text(generatedModule(files)));
  note(`wrote ${MODEL_FOLDER} and ${join(GENERATED_FOLDER, GENERATED_FILE)}`);
}
