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
  const values: number[] = [];
  const [first, ...others] = stageRadices(n);
  let q = first;
  for (const radix of others) {
    const together = radix * q === n ? 4 : 1;
    for (let start = 0; start < q; start += together) {
      for (let i = 1; i < radix; i++) {
        const angles = Array.from(
          { length: together },
          (_, lane) => (2 * Math.PI * i * (start + lane)) / (radix * q),
        );
        values.push(...angles.map(Math.cos), ...angles.map((angle) => -Math.sin(angle)));
      }
    }
    q *= radix;
  }
  return Float32Array.from(values);
}

/** cos(πk/n) of k = 0 … n/2 - 1, then sin(πk/n), in float32. */
export function singleWaves(n: number): Float32Array {
  return Float32Array.from({ length: n }, (_, i) =>
    i < n / 2 ? Math.cos((Math.PI * i) / n) : Math.sin((Math.PI * (i - n / 2)) / n),
  );
}
