import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../console/cli-error.ts';
import { commandName } from '../console/command-name.ts';

/** The folder in `runs/` whose model was written last. */
export async function newestRun(): Promise<string> {
  const names = existsSync('runs') ? await readdir('runs') : [];
  const models = names
    .map((name) => join('runs', name, 'model.json'))
    .filter((file) => existsSync(file));
  const times = await Promise.all(models.map(async (file) => (await stat(file)).mtimeMs));
  const newest = models[times.indexOf(Math.max(...times))];
  if (!newest) {
    throw new CliError(
      'no-model',
      `there is no finished run in runs/; train one with \`${commandName()} train\`, ` +
        'or name its folder with --model',
    );
  }
  return join(newest, '..');
}
