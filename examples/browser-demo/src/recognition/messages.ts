import type { Jobs } from './jobs/jobs.ts';

export type JobName = keyof Jobs;

/** What the page says to the worker. */
export type Request =
  | { readonly id: number; readonly job: JobName; readonly input: unknown }
  | { readonly id: number; readonly cancel: true };

/** What the worker says to the page about the request with the same number. */
export type Reply =
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: JobFault };

/** An error in a form that can be sent. */
export interface JobFault {
  readonly message: string;
  /** The `code` of an error of `@ser`; empty for others. */
  readonly code: string;
}

/** What a job of the worker failed with. */
export class JobError extends Error {
  override readonly name = 'JobError';
  readonly code: string;

  constructor({ message, code }: JobFault) {
    super(message);
    this.code = code;
  }
}

export function faultOf(error: unknown): JobFault {
  if (!(error instanceof Error)) return { message: String(error), code: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { message: error.message, code };
}
