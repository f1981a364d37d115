/** `RealFft.scale`, number for number as in assembly/real-fft.ts. */
export function scaleSpectrum(spectrum: Float64Array, gains: Float64Array): void {
  for (let k = 0; k < gains.length; k++) {
    spectrum[2 * k] = Math.fround(Math.fround(spectrum[2 * k]) * gains[k]);
    spectrum[2 * k + 1] = Math.fround(Math.fround(spectrum[2 * k + 1]) * gains[k]);
  }
}
