/** The lengths of the stages' transforms, from the one that the kernels put first. */
const STAGES = [5, 3] as const;

/**
 * The radices of a transform of length `n`, in the order of its stages: fives, threes, a two, fours.
 * Undefined where there is another factor.
 *
 * The last is a four where one divides `n`, and those of powers of two are those of fft.js.
 */
export function radices(n: number): number[] | undefined {
  const result: number[] = [];
  let rest = n;
  for (const radix of STAGES) {
    for (; rest % radix === 0; rest /= radix) result.push(radix);
  }
  const twos = Math.log2(rest);
  if (!Number.isInteger(twos)) return undefined;
  if (twos % 2 === 1) result.push(2);
  for (let i = 0; i < Math.floor(twos / 2); i++) result.push(4);
  return result;
}

/** The length of Bluestein's inner transform for `n`: a multiple of four with radices. */
export function innerLength(n: number): number {
  let length = 4 * Math.ceil((2 * n - 1) / 4);
  while (!radices(length)) length += 4;
  return Math.max(8, length);
}
