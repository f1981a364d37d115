/** The most digits that `toFixed` takes. */
const MAX_DIGITS = 100;

/** A fraction whose next 80 digits are those of a tie is one. */
const TIE_DIGITS = 80;

/**
 * A number with `digits` decimals as Python writes it. An exact tie goes to the even digit: 0.125
 * gives 0.12, where `toFixed` gives 0.13. NaN is `nan`.
 */
export function formatFixed(value: number, digits: number): string {
  if (Number.isNaN(value)) return 'nan';
  const rounded = value.toFixed(digits);
  const exactDigits = Math.min(MAX_DIGITS, digits + TIE_DIGITS);
  const exact = value.toFixed(exactDigits);
  const cut = exact.length - (exactDigits - digits);
  const isTie = /^50*$/.test(exact.slice(cut));
  if (!isTie) return rounded;
  const down = exact.slice(0, cut).replace(/\.$/, '');
  return Number(down.at(-1)) % 2 === 0 ? down : rounded;
}
