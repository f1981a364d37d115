/** Rounds of the search; it takes about ten. */
const MOST_ROUNDS = 200;

/**
 * The square of the relative step after which a root is exact: the error falls with the third power
 * of the step.
 */
const SMALL = 1e-22;

/** The square of the longest step. */
const LONGEST = 0.25;

/** The square of a value that counts as 0; by a smaller one nothing can be divided. */
const ZERO = 1e-200;

/** Turns from the real axis to the first guess, so that no guess is the conjugate of another. */
const TURN = 0.13;

/**
 * The roots of zⁿ - Σ coefficients[k] zⁿ⁻¹⁻ᵏ by O. Aberth's method (1973), which finds all of them
 * at once and whose last rounds polish them.
 *
 * @param re Receives the real parts.
 * @param im Receives the imaginary parts.
 */
export function polynomialRoots(
  coefficients: Float64Array,
  re: Float64Array,
  im: Float64Array,
): void {
  const n = coefficients.length;
  for (let k = 0; k < n; k++) {
    const angle = 2 * Math.PI * ((k + TURN) / n);
    re[k] = 0.9 * Math.cos(angle);
    im[k] = 0.9 * Math.sin(angle);
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = false;
    for (let k = 0; k < n; k++) {
      const x = re[k];
      const y = im[k];
      // Horner's scheme for the polynomial and its derivative.
      let pr = 1;
      let pi = 0;
      let dr = 0;
      let di = 0;
      for (let i = 0; i < n; i++) {
        const dt = dr * x - di * y + pr;
        di = dr * y + di * x + pi;
        dr = dt;
        const pt = pr * x - pi * y - coefficients[i];
        pi = pr * y + pi * x;
        pr = pt;
      }
      const size = pr * pr + pi * pi;
      if (size < ZERO) continue;
      // The derivative over the value, less what the other roots have of it.
      let qr = (dr * pr + di * pi) / size;
      let qi = (di * pr - dr * pi) / size;
      for (let j = 0; j < n; j++) {
        if (j === k) continue;
        const ar = x - re[j];
        const ai = y - im[j];
        const distance = ar * ar + ai * ai;
        if (distance === 0) continue;
        qr -= ar / distance;
        qi += ai / distance;
      }
      const whole = qr * qr + qi * qi;
      if (whole === 0) continue;
      const scale = 1 / Math.max(whole, Math.sqrt(whole / LONGEST));
      re[k] = x - qr * scale;
      im[k] = y + qi * scale;
      if (1 / whole > SMALL * (x * x + y * y)) moved = true;
    }
    if (!moved) return;
  }
}
