import type { ExperimentEvent, FoldRun, Plan, Table } from '@ser/experiment';

/** What a job's process is told. */
export type ToJob =
  /** Comes first, and its table's values in parts after it. */
  | { kind: 'begin'; setup: JobSetup; table: Omit<Table, 'x'>; values: number }
  | { kind: 'values'; start: number; values: Float32Array }
  /** One run at a time. */
  | { kind: 'train'; run: FoldRun }
  /** The run at hand is saved, and ends. */
  | { kind: 'stop' }
  /** It is done. A channel that is closed here instead would keep Node from telling its end. */
  | { kind: 'end' };

/** What a job's process says. */
export type FromJob =
  /** It has its table, and can train. */
  | { kind: 'ready' }
  | { kind: 'event'; event: ExperimentEvent }
  | { kind: 'trained' }
  | { kind: 'failed'; error: SentError };

/** What a job's process must know of its cross-validation. */
export interface JobSetup {
  /** Of the cross-validation. */
  readonly folder: string;
  readonly plan: Plan;
  /** Of the wasm backend. */
  readonly threads: number;
  /** Whether the process that has started it holds the folder's lock all the time. */
  readonly isGuarded: boolean;
}

/** An error that goes from one process to another. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: unknown;
}

/** An error as what one can send. */
export function sendableError(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack, ...('code' in error && { code: error.code }) };
}

/** The error that another process has sent. */
export function receivedError({ name, message, stack, code }: SentError): Error {
  return Object.assign(new Error(message), { name, stack, ...(code !== undefined && { code }) });
}
