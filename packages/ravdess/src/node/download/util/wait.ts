import { setTimeout as delay } from 'node:timers/promises';

/** Waits some milliseconds, and rejects at once when the signal aborts. */
export type Wait = (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>;

export const wait: Wait = (milliseconds, signal) => delay(milliseconds, undefined, { signal });
