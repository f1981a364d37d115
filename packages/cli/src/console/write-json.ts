/** Prints one JSON value on stdout, the only thing that `--json` prints there. */
export function writeJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
