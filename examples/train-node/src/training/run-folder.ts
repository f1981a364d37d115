import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { TrainingState } from '@ser/model';
import { folderStore } from '@ser/model/node';
import { CliError } from '../console/cli-error.ts';
import type { RunConfig } from './run-config.ts';

const STATE_FILE = 'resume.bin';

/** The folder that holds a run: its configuration, what resuming needs, and in the end its model and figures. */
export class RunFolder {
  readonly path: string;
  readonly store: ReturnType<typeof folderStore>;

  private constructor(path: string) {
    this.path = path;
    this.store = folderStore(path);
  }

  /**
   * A folder for a new run: the one asked for, which must be new or empty, or else the first of `runs/NAME`,
   * `runs/NAME-2`, … that is.
   */
  static async create(config: RunConfig, wanted?: string): Promise<RunFolder> {
    const { recipe, protocol, fold, seed } = config;
    const name = join('runs', `${recipe}-${protocol}${fold > 1 ? `-fold${fold}` : ''}-seed${seed}`);
    let path = wanted ?? name;
    if (wanted !== undefined && !isFree(wanted)) {
      throw new CliError(
        'folder-in-use',
        `--out ${wanted} already holds something; choose another folder, or continue its run with --resume ${wanted}`,
      );
    }
    for (let n = 2; !isFree(path); n++) path = `${name}-${n}`;
    const folder = new RunFolder(path);
    await folder.writeText('config.json', `${JSON.stringify(config, null, 2)}\n`);
    return folder;
  }

  /** The folder of a run that was interrupted, with its configuration. */
  static async open(path: string): Promise<{ folder: RunFolder; config: RunConfig }> {
    let config: RunConfig;
    try {
      config = JSON.parse(await readFile(join(path, 'config.json'), 'utf8')) as RunConfig;
    } catch (cause) {
      throw new CliError(
        'no-run',
        `--resume ${path}: must be the folder of an interrupted run, but ${(cause as Error).message}`,
        { cause },
      );
    }
    if (existsSync(join(path, 'metrics.json'))) {
      throw new CliError(
        'run-finished',
        `--resume ${path}: this run has finished; see its report.txt`,
      );
    }
    return { folder: new RunFolder(path), config };
  }

  writeText(file: string, text: string): Promise<void> {
    return this.store.write(file, new TextEncoder().encode(text));
  }

  async read(file: string): Promise<Uint8Array | undefined> {
    return existsSync(join(this.path, file)) ? readFile(join(this.path, file)) : undefined;
  }

  saveState(state: TrainingState): Promise<void> {
    return this.store.write(STATE_FILE, serialize(state));
  }

  async readState(): Promise<TrainingState | undefined> {
    const bytes = await this.read(STATE_FILE);
    if (!bytes) return undefined;
    try {
      return deserialize(bytes) as TrainingState;
    } catch (cause) {
      throw new CliError(
        'bad-state',
        `${join(this.path, STATE_FILE)} is damaged (${(cause as Error).message}); remove it to train this run from its start`,
        { cause },
      );
    }
  }

  /** Removes a folder that holds nothing but its configuration: its run failed before it began. */
  async removeUnused(): Promise<void> {
    if (readdirSync(this.path).join() === 'config.json') await rm(this.path, { recursive: true });
  }

  /** Removes what only an unfinished run needs. */
  async removeState(): Promise<void> {
    await rm(join(this.path, STATE_FILE), { force: true });
  }
}

function isFree(path: string): boolean {
  return !existsSync(path) || readdirSync(path).length === 0;
}
