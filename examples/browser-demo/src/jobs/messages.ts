/** What a page says to a worker. */
export type Request =
  | { readonly id: number; readonly job: string; readonly input: unknown }
  | { readonly id: number; readonly cancel: true };

/** What a worker says to a page about the request with the same number. */
export type Reply =
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: JobFault };

/** An error in a form that can be sent. */
export interface JobFault {
  readonly message: string;
  /** The `code` of an error of `@ser`; `stopped` where a job was cancelled; empty for others. */
  readonly code: string;
}

/** What a job of a worker failed with. */
export class JobError extends Error {
  override readonly name = 'JobError';
  readonly code: string;

  constructor({ message, code }: JobFault) {
    super(message);
    this.code = code;
  }
}
