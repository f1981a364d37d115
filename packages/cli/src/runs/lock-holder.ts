import { hostname } from 'node:os';
import { errorCode } from '../console/error-code.ts';

/** Who writes into a run's folder, as `run.lock` says it. */
export interface LockHolder {
  pid: number;
  host: string;
  /** Which task of Slurm it is, where it is one. */
  task?: string;
  /** How often Slurm had begun that task again. */
  restarts?: number;
}

/** No system numbers its processes higher. */
const LARGEST_PID = 2 ** 31 - 1;

/** This process. */
export function ownHolder(): LockHolder {
  return { pid: process.pid, host: hostname(), ...slurmTask(process.env) };
}

function slurmTask(env: NodeJS.ProcessEnv): Pick<LockHolder, 'task' | 'restarts'> {
  const { SLURM_ARRAY_JOB_ID, SLURM_ARRAY_TASK_ID, SLURM_JOB_ID, SLURM_PROCID = '0' } = env;
  if (SLURM_JOB_ID === undefined) return {};
  const job =
    SLURM_ARRAY_JOB_ID === undefined
      ? SLURM_JOB_ID
      : `${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}`;
  return {
    task: `${job}.${SLURM_PROCID}`,
    // Slurm sets it where it has begun a task again.
    restarts: Number(env.SLURM_RESTART_COUNT) || 0,
  };
}

/** What the text of a lock says; undefined where it says nothing. */
export function parseHolder(text: string): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('pid' in value && 'host' in value)) return undefined;
    const { pid, host, task, restarts } = value as Partial<Record<string, unknown>>;
    // Of 0 and of negative numbers the system makes groups of processes.
    const isPid = typeof pid === 'number' && Number.isInteger(pid) && pid > 0 && pid <= LARGEST_PID;
    if (!isPid || typeof host !== 'string') return undefined;
    const isTask = typeof task === 'string' && typeof restarts === 'number';
    return { pid, host, ...(isTask && { task, restarts }) };
  } catch {
    return undefined;
  }
}

/**
 * Whether a holder is a process that has ended. Of another machine nobody can say, but where it was
 * this task of Slurm, which Slurm has begun again since: it does so on any machine.
 */
export function isDead({ pid, host, task, restarts = 0 }: LockHolder): boolean {
  const own = ownHolder();
  if (task !== undefined && task === own.task && restarts < (own.restarts ?? 0)) return true;
  if (host !== own.host) return false;
  // An earlier process had our number: this one knows the locks that it holds.
  if (pid === own.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return errorCode(error) !== 'EPERM';
  }
}
