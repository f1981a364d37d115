/** The text of a run's file without what tells how long a step took. */
export function withoutTimes(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/"millisecondsPerStep": [\d.]+/, '')
    .replace(/\d+ ms a step/, '');
}
