import type { Comparison } from './compare.ts';

/** What `--check` prints of a group. */
export function reportCheck(name: string, { fallen, unmeasured, unknown }: Comparison): string[] {
  return [
    ...fallen.map(
      ({ key, was, is }) => `fell: ${name}: ${key}: ${was.toFixed(2)} × to ${is.toFixed(2)} ×`,
    ),
    ...unmeasured.map(({ key, reason }) => `not measured: ${name}: ${key}: ${reason}`),
    ...unknown.map((key) => `not on the page: ${name}: ${key}`),
  ];
}
