import { dirname, resolve } from 'node:path';
import { ExperimentError, type Plan, readPlan } from '@ser/experiment';
import { CliError } from '../console/cli-error.ts';
import { plainStore } from '../data/plain-store.ts';

/**
 * The folder whose lock guards a run's folder: that of the cross-validation that the run is a part
 * of, which may enter any of its runs at any time, or else its own.
 */
export async function lockFolderOf(path: string): Promise<string> {
  const parent = dirname(resolve(path));
  return (await planOf(parent))?.kind === 'cross-validation' ? parent : path;
}

async function planOf(folder: string): Promise<Plan | undefined> {
  try {
    return await readPlan(plainStore(folder));
  } catch (error) {
    // A plan.json of something else.
    if (ExperimentError.isInstance(error) || CliError.isInstance(error)) return undefined;
    throw error;
  }
}
