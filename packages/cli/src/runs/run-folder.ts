import { existsSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ExperimentError, type Plan, RUN_FILES, readPlan } from '@ser/experiment';
import type { FileStore } from '@ser/model';
import { CliError } from '../console/cli-error.ts';
import { commandName } from '../console/command-name.ts';
import { errorCode } from '../console/error-code.ts';
import { makeFolder } from '../data/make-folder.ts';
import { plainStore } from '../data/plain-store.ts';
import { checkNoLink } from './check-plain-folder.ts';
import { acquireSharedLock } from './fold-lock.ts';
import { contentsOf } from './folder-contents.ts';
import { isTemporary } from './leftovers.ts';
import { lockFolderOf } from './lock-folder-of.ts';
import { acquireRunLock, type RunLock } from './run-lock.ts';

/** The command that makes, and resumes, each kind of run. */
const COMMANDS = { run: 'train', 'cross-validation': 'crossvalidate' } as const;

/** Tries to make a folder that others remove all the time. */
const MOST_TRIES = 100;

/**
 * The folder that a run is kept in: who made it, and whether it may be used. It is locked from the
 * moment when it is made or opened until `release`.
 */
export class RunFolder {
  readonly path: string;
  readonly store: FileStore;
  readonly #lock: RunLock;
  /** Whether this process made the run. */
  readonly #isNew: boolean;
  /** The outermost folder that had to be made for it, if any. */
  readonly #firstMade: string | undefined;

  private constructor(path: string, lock: RunLock, isNew: boolean, firstMade?: string) {
    this.path = path;
    this.store = plainStore(path);
    this.#lock = lock;
    this.#isNew = isNew;
    this.#firstMade = firstMade;
  }

  /**
   * A folder for a new run: the one asked for, or else the first of `runs/NAME`, `runs/NAME-2`, …
   * that is new or empty. The one asked for must be new or empty, or hold no more than what a
   * killed process left of claiming it. Of two processes that ask at the same time, one gets it.
   *
   * @throws CliError `folder-in-use`, `run-in-use`, or `unwritable-path` for a place that cannot be
   *   written or is a link
   */
  static async create(plan: Plan, name: string, wanted?: string): Promise<RunFolder> {
    if (wanted !== undefined) {
      const claimed = await RunFolder.#claim(wanted, plan, true);
      if (claimed) return claimed;
      throw new CliError(
        'folder-in-use',
        `--out ${wanted} already holds something; ` +
          `choose another folder, or continue its run with --resume ${wanted}`,
      );
    }
    for (let n = 1; ; n++) {
      const path = join('runs', n > 1 ? `${name}-${n}` : name);
      const claimed = await RunFolder.#claim(path, plan, false);
      if (claimed) return claimed;
    }
  }

  /**
   * Makes the folder this run's own by locking it and putting its plan there; undefined where it
   * holds something.
   *
   * @param isWanted Whether the user has named it: then what a killed process left goes.
   */
  static async #claim(path: string, plan: Plan, isWanted: boolean): Promise<RunFolder | undefined> {
    let firstMade: string | undefined;
    let lock: RunLock | undefined;
    let seen: string[] = [];
    try {
      for (let tries = 0; !lock; tries++) {
        firstMade ??= await makeFolder(path);
        await checkNoLink(path);
        const { others, isBegun, isClaimed } = await contentsOf(path);
        if (isBegun || (!isWanted && (isClaimed || others.length > 0))) return undefined;
        seen = others;
        lock = await lockOrGone(path, tries);
      }
      // Somebody may have been here between the look and the lock.
      const { others } = await contentsOf(path);
      if (!others.every((name) => seen.includes(name) || isTemporary(name))) {
        await lock.release();
        return undefined;
      }
      const folder = new RunFolder(path, lock, true, firstMade);
      await folder.store.write(RUN_FILES.plan, new TextEncoder().encode(planText(plan)));
      return folder;
    } catch (cause) {
      await lock?.release().catch(() => {});
      const isTaken = errorCode(cause) === 'run-in-use' && !isWanted;
      if (isTaken && (await lockFolderOf(path)) === path) return undefined;
      await removeEmpty(path, firstMade);
      if (CliError.isInstance(cause)) throw cause;
      const why = (cause as Error).message;
      throw new CliError('unwritable-path', `${path} cannot be made a run's folder: ${why}`, {
        cause,
      });
    }
  }

  /**
   * The folder of a run that was interrupted, with its plan.
   *
   * @throws CliError `no-run`, `other-command`, `run-finished`, `run-in-use`, or `unwritable-path`
   *   for a folder that is a link or holds one
   */
  static async open(path: string, kind: Plan['kind']): Promise<{ folder: RunFolder; plan: Plan }> {
    await checkNoLink(path);
    const seen = await unfinishedPlan(path, kind);
    const lock = await acquireRunLock(await lockFolderOf(path));
    try {
      const folder = new RunFolder(path, lock, false);
      if (existsSync(join(path, RUN_FILES.plan))) {
        // It may have been finished between the look and the lock.
        return { folder, plan: await unfinishedPlan(path, kind) };
      }
      // Its process was killed before it had given the plan its name.
      await folder.store.write(RUN_FILES.plan, new TextEncoder().encode(planText(seen)));
      return { folder, plan: seen };
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /**
   * The folder of a cross-validation whose runs several processes share: made by the first of them,
   * and locked by none. What they write at the same time, they write alike.
   *
   * @throws CliError `folder-in-use`, `run-finished`, `run-in-use`, or `unwritable-path` as for
   *   `create`
   */
  static async join(plan: Plan, path: string): Promise<RunFolder> {
    let firstMade: string | undefined;
    let lock: RunLock | undefined;
    try {
      firstMade = await makeFolder(path);
      await checkNoLink(path);
      lock = await acquireSharedLock(path);
      const store = plainStore(path);
      const isFirst = (await store.read(RUN_FILES.plan)) === undefined;
      const { isBegun } = await contentsOf(path);
      if (isFirst && isBegun) {
        const message = `--out ${path} already holds something; choose another folder`;
        throw new CliError('folder-in-use', message);
      }
      const has = (file: string): boolean => existsSync(join(path, file));
      if (has(RUN_FILES.metrics) && !has(RUN_FILES.shards)) {
        const message = `--out ${path}: this run has finished; see its ${RUN_FILES.report}`;
        throw new CliError('run-finished', message);
      }
      const folder = new RunFolder(path, { release: async () => {} }, isFirst, firstMade);
      if (isFirst) await store.write(RUN_FILES.plan, new TextEncoder().encode(planText(plan)));
      return folder;
    } catch (cause) {
      await lock?.release().catch(() => {});
      await removeEmpty(path, firstMade);
      if (CliError.isInstance(cause) || ExperimentError.isInstance(cause)) throw cause;
      const why = (cause as Error).message;
      const message = `${path} cannot be made a run's folder: ${why}`;
      throw new CliError('unwritable-path', message, { cause });
    } finally {
      await lock?.release();
    }
  }

  /** Lets other processes use the folder. */
  release(): Promise<void> {
    return this.#lock.release();
  }

  /** Takes back a folder that this process has claimed, if nothing has begun in it; true if so. */
  async removeUnused(): Promise<boolean> {
    if (!this.#isNew || (await contentsOf(this.path)).others.join() !== RUN_FILES.plan)
      return false;
    await rm(join(this.path, RUN_FILES.plan));
    await this.release();
    await removeEmpty(this.path, this.#firstMade);
    return true;
  }
}

/** The lock of a folder for a new run; undefined where another process has removed the folder. */
async function lockOrGone(path: string, tries: number): Promise<RunLock | undefined> {
  try {
    return await acquireRunLock(await lockFolderOf(path));
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && tries < MOST_TRIES) return undefined;
    throw error;
  }
}

/** Removes a folder and those that were made for it, while they are empty. */
async function removeEmpty(path: string, firstMade: string | undefined): Promise<void> {
  if (firstMade === undefined) return;
  const top = resolve(firstMade);
  try {
    for (let folder = resolve(path); folder.startsWith(top); folder = dirname(folder)) {
      await rmdir(folder);
    }
  } catch {
    // Another run has moved in beside this one.
  }
}

/** The plan in a folder; checks that it is one that the command can go on with. */
async function unfinishedPlan(path: string, kind: Plan['kind']): Promise<Plan> {
  const plan = (await readPlan(plainStore(path))) ?? (await leftPlan(path));
  if (!plan) {
    const why = (await contentsOf(path)).isClaimed
      ? `its process was killed before it had written its ${RUN_FILES.plan}; ` +
        `begin it again with --out ${path}`
      : `it has no ${RUN_FILES.plan}`;
    const message = `--resume ${path}: must be the folder of an interrupted run; ${why}`;
    throw new CliError('no-run', message);
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
  return plan;
}

/** The plan that a killed process was writing, where it is whole and the only one. */
async function leftPlan(path: string): Promise<Plan | undefined> {
  const { others, isBegun } = await contentsOf(path);
  const [name, ...more] = others.filter((other) => isTemporary(other) && /^plan\./.test(other));
  if (name === undefined || more.length > 0 || isBegun) return undefined;
  const store = plainStore(path);
  try {
    return await readPlan({ ...store, read: () => store.read(name) });
  } catch {
    return undefined; // it is cut
  }
}

function planText(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}
