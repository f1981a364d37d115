/** How strange standardised features are. A placeholder: their root mean square. */
export function familiarityDistance(standardized: Float32Array): number {
  let sum = 0;
  for (const value of standardized) sum += value * value;
  return Math.sqrt(sum / standardized.length);
}
