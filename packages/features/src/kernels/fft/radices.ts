/** The widest radix that has a butterfly of its own. */
export const WIDEST = 5;

/** The widest radix that is faster by its definition than all of the transform by a chirp. */
const MOST = 61;

/** The radices of a transform of pairs of numbers, of any factors that are not too wide. */
export const pairRadices = (n: number): number[] | undefined => radices(n, MOST);

/**
 * The radices of a transform of length `n`, in the order of its stages: fives, threes, wider ones, a
 * two, fours. Undefined where there is a factor above `most`.
 *
 * The last is a four where one divides `n`.
 */
export function radices(n: number, most: number = WIDEST): number[] | undefined {
  const result: number[] = [];
  let rest = n;
  const take = (radix: number): void => {
    for (; rest % radix === 0; rest /= radix) result.push(radix);
  };
  take(5);
  take(3);
  for (let radix = 7; radix <= most; radix += 2) take(radix);
  const twos = Math.log2(rest);
  if (!Number.isInteger(twos)) return undefined;
  if (twos % 2 === 1) result.push(2);
  for (let i = 0; i < Math.floor(twos / 2); i++) result.push(4);
  return result;
}

/** What a stage of each radix costs for each number, in operations. */
const COSTS: Readonly<Record<number, number>> = { 2: 5, 3: 9.3, 4: 8.5, 5: 14 };

/**
 * The length of Bluestein's inner transform: of those from `least` on, up to the next power of two,
 * the multiple of four with radices that costs least.
 */
export function innerLength(least: number): number {
  const most = Math.max(8, 2 ** Math.ceil(Math.log2(least)));
  let best = most;
  let lowest = Number.POSITIVE_INFINITY;
  for (let length = most; length >= Math.max(8, least); length -= 4) {
    const cost = radices(length)?.reduce((sum, radix) => sum + COSTS[radix] * length, 0);
    if (cost !== undefined && cost < lowest) [best, lowest] = [length, cost];
  }
  return best;
}
