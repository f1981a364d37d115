// Sizes in memory. Loops write them out: a shift by 2 makes bytes of floats or of addresses, 16
// bytes are a vector of four floats, and `& ~15` keeps whole vectors.

/** Bytes of a float32. */
export const FLOAT_BYTES: usize = 4;
/** Bytes of an address. */
export const ADDRESS_BYTES: usize = 4;
