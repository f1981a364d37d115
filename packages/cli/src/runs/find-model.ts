import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CliError } from '../console/cli-error.ts';
import { commandName } from '../console/command-name.ts';
import { filesBelow } from '../data/files-below.ts';
import { plainStore } from '../data/plain-store.ts';
import { sniffFile } from '../data/sniff-file.ts';

const MODEL_FILE = 'model.json';

/** How many of the runs in a folder a message names. */
const EXAMPLES = 5;

/**
 * The folder of the model that the user has named: a run's folder, or the `model.json` in it.
 *
 * @throws CliError `no-such-path`, `not-a-directory` or `no-model`, which says what is there
 *   instead
 */
export async function findModel(path: string): Promise<string> {
  const stats = await stat(path).catch((cause: unknown) => {
    throw new CliError('no-such-path', `--model ${path}: there is no such folder`, { cause });
  });
  if (!stats.isDirectory()) {
    if (stats.isFile() && basename(path) === MODEL_FILE) return dirname(path);
    const got = stats.isFile() ? (await sniffFile(path)).description : 'no folder';
    throw new CliError(
      'not-a-directory',
      `--model ${path} must be the folder of a run, got ${got}`,
    );
  }
  if (await isFile(join(path, MODEL_FILE))) return path;
  throw new CliError(
    'no-model',
    `--model ${path} must be the folder of a finished run; ${await whatElse(path)}`,
  );
}

/** What a folder without a model is, and what to do. */
async function whatElse(path: string): Promise<string> {
  // It is slow to load, and needed by messages alone.
  const { readPlan } = await import('@ser/experiment');
  const plan = await readPlan(plainStore(path)).catch(() => undefined);
  const runs = await runsIn(path);
  const train = `${commandName()} train`;
  const examples = runs.slice(0, EXAMPLES).join(', ') + (runs.length > EXAMPLES ? ', …' : '');
  if (plan?.kind === 'cross-validation') {
    return runs.length > 0
      ? `it is a cross-validation with a model for each fold; name one of them: ${examples}`
      : `it is a cross-validation of which no fold has been trained`;
  }
  if (plan) {
    return `this one has no ${MODEL_FILE}, so finish it: ${train} --resume ${path}`;
  }
  if (runs.length > 0) return `it holds several; name one of them: ${examples}`;
  for await (const file of filesBelow(path)) {
    if (/\.(?:wav|flac|mp3|ogg|opus|m4a|aac|zip|parquet)$/i.test(file))
      return `it holds data; train a model on them with \`${train} --data ${path}\``;
  }
  return `it holds no ${MODEL_FILE}; train one with \`${train}\``;
}

async function runsIn(path: string): Promise<string[]> {
  const names = (await readdir(path)).sort();
  const found = await Promise.all(names.map((name) => isFile(join(path, name, MODEL_FILE))));
  return names.filter((_, i) => found[i]).map((name) => join(path, name));
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
}
