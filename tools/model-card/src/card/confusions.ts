import { percent } from './format.ts';

/** Confusions that are rarer than this share of an emotion's clips have no line of their own. */
const LEAST = 0.1;

/** The frequent confusions in words, the most frequent first. */
export function confusions(
  labels: readonly string[],
  matrix: readonly (readonly number[])[],
): string {
  const found = matrix.flatMap((row, i) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count, k) => ({ truth: labels[i], named: labels[k], share: count / total }));
  });
  return found
    .filter(({ truth, named, share }) => truth !== named && share >= LEAST)
    .sort((a, b) => b.share - a.share)
    .map(({ truth, named, share }) => `- ${truth} is called ${named}: ${percent(share)}`)
    .join('\n');
}
