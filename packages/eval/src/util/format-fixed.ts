/**
 * A number with `digits` decimals as Python writes it: exact ties go to the even digit (0.125
 * gives 0.12, where `toFixed` gives 0.13), and NaN is `nan`.
 */
export function formatFixed(value: number, digits: number): string {
  if (Number.isNaN(value)) return 'nan';
  const rounded = value.toFixed(digits);
  // A binary fraction within 1e-80 of a tie is one.
  const exact = value.toFixed(Math.min(100, digits + 80));
  const cut = exact.length - (Math.min(100, digits + 80) - digits);
  const isTie = /^50*$/.test(exact.slice(cut));
  if (!isTie) return rounded;
  const down = exact.slice(0, cut).replace(/\.$/, '');
  return Number(down.at(-1)) % 2 === 0 ? down : rounded;
}
