import { CliError } from '../console/cli-error.ts';

/** How a process ended. */
export interface JobEnd {
  /** Null where a signal ended it. */
  code: number | null;
  signal: NodeJS.Signals | null;
  /** The last of what it has printed on stderr. */
  stderr: string;
}

/** How V8 and our own arrays say that there is no more. */
const NO_MEMORY = /heap out of memory|allocation failed/i;
const REMEDY = 'with fewer --jobs each has more of it';

/** The error of a job whose process has ended before its run did. */
export function lostJob({ code, signal, stderr }: JobEnd): CliError {
  return new CliError('lost-job', `its process ${howItEnded({ code, signal, stderr })}`);
}

function howItEnded({ code, signal, stderr }: JobEnd): string {
  if (NO_MEMORY.test(stderr)) return `ran out of memory; ${REMEDY}`;
  if (signal === 'SIGKILL') return `was killed; if the system had no memory left, ${REMEDY}`;
  if (signal !== null) return `was ended by ${signal}`;
  const last = stderr.trim().split('\n').at(-1) ?? '';
  return `ended with the exit code ${code}${last === '' ? '' : `: ${last}`}`;
}
