/** Bytes of a float32, the type of all numbers that the module computes. */
export const FLOAT_BYTES = 4;
