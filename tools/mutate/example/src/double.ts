/** Twice the number, and no more than the most. */
export function double(value: number): number {
  const most = 1000;
  return Math.min(2 * value, most);
}
