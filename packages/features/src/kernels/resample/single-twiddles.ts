/** How many k the last stage takes at a time. */
export const TOGETHER = 4;

/** The radix of each stage of a complex transform of length `n`, as assembly/single-fft.ts has it. */
export function stageRadices(n: number): number[] {
  let twos = Math.log2(n & -n);
  const radices = [twos % 2 === 1 ? 8 : 4];
  twos -= Math.log2(radices[0]);
  for (let rest = n / (n & -n); rest > 1; rest /= 3) radices.push(3);
  for (; twos > 0; twos -= 2) radices.push(4);
  return radices;
}

/**
 * The factors of a complex transform of length `n` in float32, of all stages but the first: of each
 * k of a stage w^k, w^2k … with w = e^(-2πi/radix·q), where q is the length of its transforms.
 *
 * The last stage takes four k at a time, so their factors are interleaved.
 */
export function singleTwiddles(n: number): Float32Array {
  const [first, ...others] = stageRadices(n);
  let q = first;
  let count = 0;
  for (const radix of others) {
    count += 2 * (radix - 1) * q;
    q *= radix;
  }
  const values = new Float32Array(count);
  q = first;
  let at = 0;
  for (const radix of others) {
    const together = radix * q === n ? TOGETHER : 1;
    const turn = (2 * Math.PI) / (radix * q);
    for (let k = 0; k < q; k++) {
      const lane = k % together;
      const place = at + 2 * (radix - 1) * (k - lane) + lane;
      for (let i = 1; i < radix; i++) {
        values[place + 2 * (i - 1) * together] = Math.cos(i * k * turn);
        values[place + (2 * i - 1) * together] = -Math.sin(i * k * turn);
      }
    }
    at += 2 * (radix - 1) * q;
    q *= radix;
  }
  return values;
}

/** cos(πk/n) of k = 0 … n/2 - 1, then sin(πk/n), in float32. */
export function singleWaves(n: number): Float32Array {
  return Float32Array.from({ length: n }, (_, i) =>
    i < n / 2 ? Math.cos((Math.PI * i) / n) : Math.sin((Math.PI * (i - n / 2)) / n),
  );
}
