import { expect, test } from 'vitest';
import { createExtractor } from '../extractor/create-extractor.ts';
import { presets } from '../extractor/presets.ts';
import { golden } from '../testing/golden.ts';
import { speechClips } from '../testing/speech-clips.ts';

const { extract } = createExtractor(presets.functionals);
const { low, high, brief } = speechClips();

/** The deviation of each value over three voices. */
function deviations(): number[] {
  const { clips } = golden<{ clips: { step: number; groups: Record<string, number[]> }[] }>(
    'functionals',
  );
  const voices = clips
    .filter(({ step }) => step === 1)
    .map((row) => Object.values(row.groups).flat());
  return voices[0].map((_, i) => {
    const values = voices.map((voice) => voice[i]);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  });
}

test.each([low, high, brief])('a clip 20 dB quieter has the same functionals', (samples) => {
  const again = extract({ samples: samples.map((sample) => 0.1 * sample), sampleRate: 16000 });
  const expected = extract({ samples, sampleRate: 16000 });
  const spread = deviations();
  // In deviations; those of three voices may be almost nothing by chance.
  const distance = expected.map((value, i) => (again[i] - value) / Math.max(spread[i], 1e-2));
  expect(distance).toBeAllclose(new Float32Array(4171), { rtol: 0, atol: 1e-3 });
});
