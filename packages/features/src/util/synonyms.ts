/** Names of other libraries that are too far from ours to look like a typing error. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['sr', 'sampleRate'],
  ['fs', 'sampleRate'],
  ['samplingRate', 'sampleRate'],
  ['sampling_rate', 'sampleRate'],
  ['sampleFrequency', 'sampleRate'],
  ['sample_frequency', 'sampleRate'],
  ['nMels', 'numMelBins'],
  ['nMfcc', 'numCeps'],
]);

/** Which of our names another library's name is; undefined where it is none of them. */
export function synonymOf(name: string, names: readonly string[]): string | undefined {
  const ours = SYNONYMS.get(name);
  return ours !== undefined && names.includes(ours) ? ours : undefined;
}
