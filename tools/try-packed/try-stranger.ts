import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMOTION } from './hear-in-page.ts';
import { tarballsOf } from './install-packed.ts';
import { installProject } from './install-project.ts';
import { runCommand } from './run-command.ts';
import { speechWav } from './speech-wav.ts';
import { tryPages } from './try-pages.ts';

/** What `npm i @ser/recognizer` brings. */
export const PACKAGES: readonly string[] = [
  'corpus',
  'features',
  'model',
  'ravdess-data',
  'recognizer',
];

/** As the recogniser's README begins. */
const FIVE_LINES = `
import { readFile } from 'node:fs/promises';
import { loadRecognizer } from '@ser/recognizer';
const recognizer = await loadRecognizer();
const [best] = await recognizer.recognize(await readFile('voice.wav'));
console.log(best.label);
`;

/**
 * Does what a stranger does who wants an emotion: installs the recogniser alone in an empty folder,
 * writes five lines, and builds a page. Neither reaches for the network.
 *
 * @param packed a project in which the tarballs lie
 * @param node the oldest Node
 */
export async function tryStranger(packed: string, project: string, node: string): Promise<void> {
  mkdirSync(project);
  installProject(project, tarballsOf(join(packed, 'tarballs'), PACKAGES));
  const installed = readdirSync(join(project, 'node_modules'));
  assert.ok(!existsSync(join(project, 'node_modules/@tensorflow')), 'it brings TensorFlow.js');
  writeFileSync(join(project, 'voice.wav'), speechWav());
  writeFileSync(join(project, 'five-lines.js'), FIVE_LINES);
  const offline = new URL('./offline.js', import.meta.url).href;
  const label = runCommand(node, ['--import', offline, 'five-lines.js'], { cwd: project }).trim();
  assert.match(label, EMOTION);
  console.log(
    `Five lines name an emotion (${label}) beside ${installed.length} entries in node_modules.`,
  );
  await tryPages(project, join(project, 'voice.wav'));
}
