import type { Bounded } from '../results/results.ts';

/** A figure with three digits behind the point. */
export function figure(value: number): string {
  return value.toFixed(3);
}

/** A share in whole percent. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

/** Bounds, or a dash where there are none. */
export function interval({ low, high }: Bounded): string {
  return low === null || high === null ? '–' : `${figure(low)} to ${figure(high)}`;
}

/** A figure with its bounds, where it has any. */
export function withInterval(bounded: Bounded): string {
  const bounds = interval(bounded);
  return bounds === '–' ? figure(bounded.value) : `${figure(bounded.value)} (${bounds})`;
}

/** Points of UAR: `+1.2` is a loss, in hundredths. */
export function points({ value, low, high }: Bounded): string {
  const signed = (part: number): string => {
    const text = (100 * part).toFixed(1);
    return text === '-0.0' ? '0.0' : text;
  };
  const bounds = low === null || high === null ? '' : ` (${signed(low)} to ${signed(high)})`;
  return `${signed(value)}${bounds}`;
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
