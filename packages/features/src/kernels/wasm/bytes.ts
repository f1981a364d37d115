/** Bytes of a float32 or an int32 in the kernels' memory. */
export const FLOAT_BYTES = 4;

/** Bytes of a float64. */
export const DOUBLE_BYTES = 8;

/** Bytes of a page, by which a WebAssembly memory grows. */
export const PAGE_BYTES = 65536;
