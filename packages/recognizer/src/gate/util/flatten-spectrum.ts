/** How much of the value before is taken off. */
const PRE_EMPHASIS = 0.95;

/**
 * A signal without its mean, pre-emphasised: red noise becomes nearly white, so that the noise of
 * rooms and traffic neither hides a voice nor looks periodic.
 *
 * @param length Of the result; zeros fill what is missing.
 */
export function flattenSpectrum(samples: Float64Array, length: number): Float64Array {
  let sum = 0;
  for (const value of samples) sum += value;
  const mean = sum / samples.length;
  const flat = new Float64Array(length);
  for (let i = 1; i < samples.length; i++) {
    flat[i] = samples[i] - mean - PRE_EMPHASIS * (samples[i - 1] - mean);
  }
  return flat;
}
