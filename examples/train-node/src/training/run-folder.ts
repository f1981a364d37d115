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
  static async create(
    config: RunConfig,
    wanted?: string,
    name: string = runName(config),
  ): Promise<RunFolder> {
    let path = wanted ?? join('runs', name);
    if (wanted !== undefined && !isFree(wanted)) {
      throw new CliError(
        'folder-in-use',
        `--out ${wanted} already holds something; choose another folder, or continue its run with --resume ${wanted}`,
      );
    }
    for (let n = 2; !isFree(path); n++) path = join('runs', `${name}-${n}`);
    const folder = new RunFolder(path);
    await folder.writeJson('config.json', config);
    return folder;
  }

  /** The folder of a run that was interrupted, with its configuration. */
  static async open<Config extends RunConfig = RunConfig>(
    path: string,
  ): Promise<{ folder: RunFolder; config: Config }> {
    const folder = new RunFolder(path);
    const config = await folder.readJson<Config>('config.json');
    if (!config) {
      throw new CliError(
        'no-run',
        `--resume ${path}: must be the folder of an interrupted run; it has no config.json`,
      );
    }
    if (existsSync(join(path, 'metrics.json'))) {
      throw new CliError(
        'run-finished',
        `--resume ${path}: this run has finished; see its report.txt`,
      );
    }
    return { folder, config };
  }

  /** The folder of one run inside another folder, new or with what is there already. */
  static async nested(outer: RunFolder, name: string, config: RunConfig): Promise<RunFolder> {
    const folder = new RunFolder(join(outer.path, name));
    await folder.writeJson('config.json', config);
    return folder;
  }

  writeText(file: string, text: string): Promise<void> {
    return this.store.write(file, new TextEncoder().encode(text));
  }

  writeJson(file: string, value: unknown): Promise<void> {
    return this.writeText(file, `${JSON.stringify(value, null, 2)}\n`);
  }

  /** A file's JSON value; undefined when there is no such file. */
  async readJson<T>(file: string): Promise<T | undefined> {
    const bytes = await this.read(file);
    if (!bytes) return undefined;
    try {
      return JSON.parse(new TextDecoder().decode(bytes)) as T;
    } catch (cause) {
      throw new CliError(
        'bad-json',
        `${join(this.path, file)} is not JSON: ${(cause as Error).message}`,
        { cause },
      );
    }
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

function runName({ recipe, protocol, fold, seed }: RunConfig): string {
  return `${recipe}-${protocol}${fold > 1 ? `-fold${fold}` : ''}-seed${seed}`;
}

function isFree(path: string): boolean {
  return !existsSync(path) || readdirSync(path).length === 0;
}
