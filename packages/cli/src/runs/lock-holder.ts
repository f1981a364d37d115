import { hostname } from 'node:os';
import { errorCode } from '../console/error-code.ts';

/** Who writes into a run's folder, as `run.lock` says it. */
export interface LockHolder {
  pid: number;
  host: string;
}

/** No system numbers its processes higher. */
const LARGEST_PID = 2 ** 31 - 1;

/** This process. */
export function ownHolder(): LockHolder {
  return { pid: process.pid, host: hostname() };
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
    return isPid && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a holder is a process that has ended. Of another machine nobody can say. */
export function isDead({ pid, host }: LockHolder): boolean {
  const own = ownHolder();
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
