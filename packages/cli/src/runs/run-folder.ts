import { existsSync } from 'node:fs';
import { link, mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Plan, RUN_FILES, readPlan } from '@ser/experiment';
import type { FileStore } from '@ser/model';
import { folderStore } from '@ser/model/node';
import { CliError } from '../console/cli-error.ts';
import { commandName } from '../console/command-name.ts';
import { errorCode } from '../console/error-code.ts';

/** The command that makes, and resumes, each kind of run. */
const COMMANDS = { run: 'train', 'cross-validation': 'crossvalidate' } as const;

/** The folder that a run is kept in: who made it, and whether it may be used. */
export class RunFolder {
  readonly path: string;
  readonly store: FileStore;
  /** Whether this process made the run. */
  #isNew = false;
  /** The outermost folder that had to be made for it, if any. */
  #firstMade: string | undefined;

  private constructor(path: string) {
    this.path = path;
    this.store = folderStore(path);
  }

  /**
   * A folder for a new run: the one asked for, which must be new or empty, or else the first of
   * `runs/NAME`, `runs/NAME-2`, … that is. Of two processes that ask at the same time, one gets it.
   */
  static async create(plan: Plan, name: string, wanted?: string): Promise<RunFolder> {
    if (wanted !== undefined) {
      const claimed = await RunFolder.#claim(wanted, plan);
      if (claimed) return claimed;
      throw new CliError(
        'folder-in-use',
        `--out ${wanted} already holds something; ` +
          `choose another folder, or continue its run with --resume ${wanted}`,
      );
    }
    for (let n = 1; ; n++) {
      const claimed = await RunFolder.#claim(join('runs', n > 1 ? `${name}-${n}` : name), plan);
      if (claimed) return claimed;
    }
  }

  /** Makes the folder this run's own by putting its first file there; undefined when one is. */
  static async #claim(path: string, plan: Plan): Promise<RunFolder | undefined> {
    const folder = new RunFolder(path);
    const temporary = join(path, `plan.${process.pid}.tmp`);
    try {
      folder.#firstMade = await mkdir(path, { recursive: true });
      if ((await readdir(path)).length > 0) return undefined;
      await writeFile(temporary, `${JSON.stringify(plan, null, 2)}\n`);
      // A link fails where a file is; a rename would replace it.
      await link(temporary, join(path, RUN_FILES.plan));
    } catch (cause) {
      const isTaken = errorCode(cause) === 'EEXIST';
      if (isTaken && existsSync(join(path, RUN_FILES.plan))) return undefined;
      const why = (cause as Error).message;
      throw new CliError('unwritable-path', `${path} cannot be made a run's folder: ${why}`, {
        cause,
      });
    } finally {
      // Where the folder cannot be made, removing fails too, and its message would be worse.
      await rm(temporary, { force: true }).catch(() => {});
    }
    folder.#isNew = true;
    return folder;
  }

  /** The folder of a run that was interrupted, with its plan. */
  static async open(path: string, kind: Plan['kind']): Promise<{ folder: RunFolder; plan: Plan }> {
    const folder = new RunFolder(path);
    const plan = await readPlan(folder.store);
    if (!plan) {
      throw new CliError(
        'no-run',
        `--resume ${path}: must be the folder of an interrupted run; it has no ${RUN_FILES.plan}`,
      );
    }
    if (plan.kind !== kind) {
      const command = `${commandName()} ${COMMANDS[plan.kind]} --resume ${path}`;
      throw new CliError(
        'other-command',
        `--resume ${path}: another command began this run; continue it with: ${command}`,
      );
    }
    if (existsSync(join(path, RUN_FILES.metrics))) {
      throw new CliError(
        'run-finished',
        `--resume ${path}: this run has finished; see its ${RUN_FILES.report}`,
      );
    }
    return { folder, plan };
  }

  /** Takes back a folder that this process has claimed, if nothing has begun in it; true if so. */
  async removeUnused(): Promise<boolean> {
    if (!this.#isNew || (await readdir(this.path)).join() !== RUN_FILES.plan) return false;
    await rm(join(this.path, RUN_FILES.plan));
    if (this.#firstMade === undefined) return true;
    // A folder goes only while it is empty: another run may have moved in beside this one.
    const top = resolve(this.#firstMade);
    for (let folder = resolve(this.path); folder.startsWith(top); folder = dirname(folder)) {
      if ((await readdir(folder)).length > 0) break;
      await rmdir(folder);
    }
    return true;
  }
}
