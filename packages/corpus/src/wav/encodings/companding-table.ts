/** Full scale of 16-bit PCM. */
const FULL_SCALE = 32768;

/**
 * What G.711 adds to a mantissa before it is shifted: half a step, and the implicit leading bit.
 */
const BIAS = 33;

/**
 * The values of the 256 codes of A-law or µ-law, in (-1, 1), on a 16-bit scale. A code has a sign
 * bit, three bits of exponent and four of mantissa (ITU-T G.711, tables 1 and 2).
 */
export function compandingTable(law: 'alaw' | 'mulaw'): Float32Array {
  const magnitude = law === 'alaw' ? alawMagnitude : mulawMagnitude;
  // Codes are stored inverted: on a telephone line, the code of silence must not be all zeros.
  const inverted = law === 'alaw' ? 0x55 : 0xff;
  const positive = law === 'alaw' ? 0x80 : 0;
  return Float32Array.from({ length: 256 }, (_, stored) => {
    const code = stored ^ inverted;
    const value = magnitude((code >> 4) & 7, code & 15) / FULL_SCALE;
    return (code & 0x80) === positive ? value : 0 - value; // no negative zero
  });
}

/** 13-bit steps of 8: linear in the lowest segment, then doubling. */
function alawMagnitude(exponent: number, mantissa: number): number {
  return 8 * (exponent === 0 ? 2 * mantissa + 1 : (2 * mantissa + BIAS) << (exponent - 1));
}

/** 14-bit steps of 4, doubling from the first segment, less the bias. */
function mulawMagnitude(exponent: number, mantissa: number): number {
  return 4 * (((2 * mantissa + BIAS) << exponent) - BIAS);
}
