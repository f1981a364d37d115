/** A Hann window, both of whose zeros lie outside. */
export function hannWindow(length: number): Float64Array {
  return Float64Array.from(
    { length },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (length + 1)),
  );
}

/** The Gaussian-like window of Praat's manual, whose ends are at zero. */
export function gaussianWindow(length: number): Float64Array {
  const edge = Math.exp(-12);
  const middle = 0.5 * (length + 1);
  return Float64Array.from({ length }, (_, i) => {
    const distance = (i + 1 - middle) / (length + 1);
    return (Math.exp(-48 * distance * distance) - edge) / (1 - edge);
  });
}
