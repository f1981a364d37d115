import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../console/cli-error.ts';
import { commandName } from '../console/command-name.ts';

/** The folder in `runs/` whose model was written last. */
export async function newestRun(): Promise<string> {
  const names = await readdir('runs').catch((): string[] => []);
  let newest: { folder: string; time: number } | undefined;
  for (const name of names.sort()) {
    const folder = join('runs', name);
    const stats = await stat(join(folder, 'model.json')).catch(() => undefined);
    if (!stats?.isFile()) continue;
    if (!newest || stats.mtimeMs > newest.time) newest = { folder, time: stats.mtimeMs };
  }
  if (newest) return newest.folder;
  throw new CliError(
    'no-model',
    `there is no finished run in runs/; train one with \`${commandName()} train\`, ` +
      'or name its folder with --model',
  );
}
