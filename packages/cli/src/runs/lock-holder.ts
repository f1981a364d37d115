import { hostname } from 'node:os';
import { errorCode } from '../console/error-code.ts';

/** Who writes into a run's folder, as `run.lock` says it. */
export interface LockHolder {
  pid: number;
  host: string;
  /** The life of a job in Slurm that it belongs to. Default: none, Slurm has not started it. */
  slurm?: { job: string; restarts: number };
}

/** No system numbers its processes higher. */
const LARGEST_PID = 2 ** 31 - 1;

/** This process. */
export function ownHolder(): LockHolder {
  const { SLURM_CLUSTER_NAME = '', SLURM_JOB_ID, SLURM_RESTART_COUNT } = process.env;
  const holder = { pid: process.pid, host: hostname() };
  if (!SLURM_JOB_ID) return holder;
  const job = `${SLURM_CLUSTER_NAME}/${SLURM_JOB_ID}`;
  return { ...holder, slurm: { job, restarts: Number(SLURM_RESTART_COUNT) || 0 } };
}

/** What the text of a lock says; undefined where it says nothing. */
export function parseHolder(text: string): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('pid' in value && 'host' in value)) return undefined;
    const { pid, host } = value;
    // Of 0 and of negative numbers the system makes groups of processes.
    const isPid = typeof pid === 'number' && Number.isInteger(pid) && pid > 0 && pid <= LARGEST_PID;
    if (!isPid || typeof host !== 'string') return undefined;
    const slurm = 'slurm' in value ? parseLife(value.slurm) : undefined;
    return { pid, host, ...(slurm && { slurm }) };
  } catch {
    return undefined;
  }
}

function parseLife(value: unknown): LockHolder['slurm'] {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('job' in value && 'restarts' in value)) return undefined;
  const { job, restarts } = value;
  return typeof job === 'string' && typeof restarts === 'number' ? { job, restarts } : undefined;
}

/**
 * Whether a holder is a process that has ended. Of another machine nobody can say, but for Slurm:
 * it starts a job again, on whatever machine, when its earlier life is over.
 */
export function isDead({ pid, host, slurm }: LockHolder): boolean {
  const own = ownHolder();
  if (slurm && slurm.job === own.slurm?.job && slurm.restarts < own.slurm.restarts) return true;
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
