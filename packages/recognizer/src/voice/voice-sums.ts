/** What was heard of a voice. */
export interface VoiceSums {
  /** How many clips. */
  readonly n: number;
  /** The sum of the clips' features in each version, `[features]` by its name. */
  readonly sums: ReadonlyMap<string, Float64Array>;
}

/** What was heard of a voice, and one more clip. */
export function addClip(
  voice: VoiceSums | undefined,
  versions: ReadonlyMap<string, Float32Array>,
): VoiceSums {
  const sums = new Map<string, Float64Array>();
  for (const [name, features] of versions) {
    const sum = Float64Array.from(voice?.sums.get(name) ?? new Float64Array(features.length));
    for (let j = 0; j < sum.length; j++) sum[j] += features[j];
    sums.set(name, sum);
  }
  return { n: (voice?.n ?? 0) + 1, sums };
}
