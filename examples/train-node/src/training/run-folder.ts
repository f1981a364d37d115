import { existsSync, readdirSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { TrainingState } from '@ser/model';
import { folderStore } from '@ser/model/node';
import { CliError } from '../console/cli-error.ts';
import { parseRunConfig, type RunConfig } from './run-config.ts';

const STATE_FILE = 'resume.bin';

/** The folder that holds a run: its configuration, what resuming needs, and in the end its model and figures. */
export class RunFolder {
  readonly path: string;
  readonly store: ReturnType<typeof folderStore>;
  /** Whether this process made the run. */
  private isNew = false;
  /** The outermost folder that had to be made for it, if any. */
  private firstMade: string | undefined;

  private constructor(path: string) {
    this.path = path;
    this.store = folderStore(path);
  }

  /**
   * A folder for a new run: the one asked for, which must be new or empty, or else the first of `runs/NAME`,
   * `runs/NAME-2`, … that is. Of two processes that ask at the same time, one gets it.
   */
  static async create(
    config: RunConfig,
    wanted?: string,
    name: string = runName(config),
  ): Promise<RunFolder> {
    if (wanted !== undefined) {
      const claimed = await RunFolder.claim(wanted, config);
      if (claimed) return claimed;
      throw new CliError(
        'folder-in-use',
        `--out ${wanted} already holds something; choose another folder, or continue its run with --resume ${wanted}`,
      );
    }
    for (let n = 1; ; n++) {
      const claimed = await RunFolder.claim(join('runs', n > 1 ? `${name}-${n}` : name), config);
      if (claimed) return claimed;
    }
  }

  /** Makes the folder this run's own by putting the first file into it; undefined when something is there. */
  private static async claim(path: string, config: RunConfig): Promise<RunFolder | undefined> {
    const folder = new RunFolder(path);
    const temporary = join(path, `config.${process.pid}.tmp`);
    try {
      folder.firstMade = await mkdir(path, { recursive: true });
      if ((await readdir(path)).length > 0) return undefined;
      await writeFile(temporary, formatJson(config));
      // A link fails where a file is; a rename would replace it.
      await link(temporary, join(path, 'config.json'));
    } catch (cause) {
      if (
        (cause as NodeJS.ErrnoException).code === 'EEXIST' &&
        existsSync(join(path, 'config.json'))
      ) {
        return undefined;
      }
      throw new CliError(
        'no-folder',
        `${path} cannot be made a run's folder: ${(cause as Error).message}`,
        {
          cause,
        },
      );
    } finally {
      // Where the folder cannot be made, removing fails too, and would say it worse.
      await rm(temporary, { force: true }).catch(() => {});
    }
    folder.isNew = true;
    return folder;
  }

  /** The folder of a run that was interrupted, with its configuration. */
  static async open(
    path: string,
    command: RunConfig['command'],
  ): Promise<{ folder: RunFolder; config: RunConfig }> {
    const folder = new RunFolder(path);
    const value = await folder.readJson('config.json');
    if (value === undefined) {
      throw new CliError(
        'no-run',
        `--resume ${path}: must be the folder of an interrupted run; it has no config.json`,
      );
    }
    const config = parseRunConfig(join(path, 'config.json'), value);
    if (config.command !== command) {
      throw new CliError(
        'other-command',
        `--resume ${path}: this folder belongs to \`ser ${config.command}\`; resume it with that`,
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
    return this.writeText(file, formatJson(value));
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

  /** Takes back a folder that this process has claimed and in which nothing has begun. */
  async removeUnused(): Promise<void> {
    if (!this.isNew || readdirSync(this.path).join() !== 'config.json') return;
    await rm(join(this.path, 'config.json'));
    if (this.firstMade) await rm(this.path, { recursive: true });
  }

  /** Removes what only an unfinished run needs. */
  async removeState(): Promise<void> {
    await rm(join(this.path, STATE_FILE), { force: true });
  }
}

function runName({ recipe, protocol, fold, seed }: RunConfig): string {
  return `${recipe}-${protocol}${fold > 1 ? `-fold${fold}` : ''}-seed${seed}`;
}

function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
