/** Milliseconds of repeated runs. The minimum is what the code costs without its neighbours. */
export interface Timing {
  minimum: number;
  median: number;
}

/** Times `run` over `repeats` runs after `warmUps` that do not count. */
export async function measure(
  run: () => unknown,
  { repeats, warmUps = 3 }: { repeats: number; warmUps?: number },
): Promise<Timing> {
  const times: number[] = [];
  for (let i = 0; i < warmUps + repeats; i++) {
    const start = performance.now();
    await run();
    if (i >= warmUps) times.push(performance.now() - start);
  }
  return summarise(times);
}

function summarise(times: number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return { minimum: sorted[0], median: sorted[Math.floor(sorted.length / 2)] };
}

/** A figure in microseconds, milliseconds or seconds, three digits. */
export function formatTime(milliseconds: number): string {
  if (milliseconds < 0.1) return `${Number((milliseconds * 1000).toPrecision(3))} µs`;
  return milliseconds < 1000
    ? `${Number(milliseconds.toPrecision(3))} ms`
    : `${Number((milliseconds / 1000).toPrecision(3))} s`;
}

/** Prints rows in columns; numbers of a column end under each other. */
export function printTable(rows: string[][]): void {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  for (const row of rows) {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]),
    );
    console.log(cells.join('  '));
  }
}
