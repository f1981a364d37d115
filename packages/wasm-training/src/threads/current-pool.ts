import { type Crew, startCrew } from './start-workers.ts';

let threads = 1;
let crew: Crew | undefined;

/** Says how many threads to use from now on; they start with the first work worth sharing. */
export function setThreads(count: number): void {
  crew?.stop();
  crew = undefined;
  threads = count;
}

/** The helpers, or undefined when the main thread works alone. */
export function currentCrew(): Crew | undefined {
  if (threads < 2) return undefined;
  try {
    crew ??= startCrew(threads - 1, () => setThreads(1));
  } catch {
    // A policy forbids workers, or the system has no room for shared memory: one thread then.
    setThreads(1);
  }
  return crew;
}
