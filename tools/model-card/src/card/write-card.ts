import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderStore } from '@ser/model/node';
import type { Results } from '../results/results.ts';
import { CardError } from '../util/card-error.ts';
import { MODEL_FOLDER, PACKAGE_FOLDER } from '../util/paths.ts';
import { note } from '../util/progress.ts';
import { renderCard } from './render-card.ts';

const CARD = 'README.md';

/** The card as the template and the results have it. */
export async function cardText(): Promise<string> {
  const template = await readFile(new URL('./card.md', import.meta.url), 'utf8');
  const path = join(MODEL_FOLDER, 'results.json');
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    const message = `write: ${cause.message}; \`model-card measure\` writes it`;
    throw new CardError('no-such-path', message, { cause });
  });
  return renderCard(template, JSON.parse(text) as Results);
}

/**
 * Writes the card, or checks that it is what would be written.
 *
 * @throws CardError `bad-file` where it is not
 */
export async function writeCard({ check }: { check: boolean }): Promise<void> {
  const text = await cardText();
  const path = join(PACKAGE_FOLDER, CARD);
  if (check) {
    if ((await readFile(path, 'utf8')) === text) return note(`${path} is up to date`);
    throw new CardError('bad-file', `${path} is not what \`model-card write\` writes`);
  }
  await folderStore(PACKAGE_FOLDER).write(CARD, new TextEncoder().encode(text));
  note(`wrote ${path}`);
}
