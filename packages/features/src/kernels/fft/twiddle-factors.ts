/**
 * The factors that turn a complex transform into a real one: cos(πk/half) and sin(πk/half) for k
 * from 0 to half.
 */
export function realTwiddles(half: number): { cos: Float64Array; sin: Float64Array } {
  const cos = new Float64Array(half + 1);
  const sin = new Float64Array(half + 1);
  for (let k = 0; k <= half; k++) {
    cos[k] = Math.cos((Math.PI * k) / half);
    sin[k] = Math.sin((Math.PI * k) / half);
  }
  return { cos, sin };
}

/**
 * The factors of a stage that joins transforms of length `q`: w^k, w^2k, … of k = 0 … q - 1 where
 * w = e^(-2πi/(radix·q)), `[q, radix - 1]` complex numbers, interleaved.
 */
function stageTwiddles(radix: number, q: number): Float64Array {
  const values = new Float64Array(2 * q * (radix - 1));
  let at = 0;
  for (let k = 0; k < q; k++) {
    for (let i = 1; i < radix; i++) {
      const angle = (2 * Math.PI * (i * k)) / (radix * q);
      values[at++] = Math.cos(angle);
      values[at++] = -Math.sin(angle);
    }
  }
  return values;
}

/** The factors of all stages but the first. */
export function allTwiddles(stages: readonly number[]): Float64Array[] {
  const result: Float64Array[] = [];
  let q = stages[0];
  for (const radix of stages.slice(1)) {
    result.push(stageTwiddles(radix, q));
    q *= radix;
  }
  return result;
}
