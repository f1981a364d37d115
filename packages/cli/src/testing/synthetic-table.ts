import type { Table } from '@ser/experiment';
import { createExtractor, presets } from '@ser/features';
import { EMOTIONS } from '@ser/ravdess';

/**
 * A table of 24 actors with one original row for each emotion. The features are the emotion's
 * number plus a ripple.
 */
export function syntheticTable(): Table {
  const { names } = createExtractor(presets.summary162);
  const rows = Array.from({ length: 24 }, (_, a) =>
    EMOTIONS.map((label, e) => ({
      clip: `03-01-0${e + 1}-01-01-01-${String(a + 1).padStart(2, '0')}`,
      label,
      speaker: String(a + 1).padStart(2, '0'),
      condition: 'speech',
      variant: 'original',
    })),
  ).flat();
  const x = Float32Array.from(
    { length: rows.length * names.length },
    (_, i) => (Math.floor(i / names.length) % 8) + Math.sin(i * 12.9),
  );
  return { extractor: presets.summary162, labels: EMOTIONS, names, shape: [162], rows, x };
}
