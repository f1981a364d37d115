import { performance } from 'node:perf_hooks';

/** Tells people on stderr what begins. */
export function note(text: string): void {
  const seconds = (performance.now() / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${text}\n`);
}
