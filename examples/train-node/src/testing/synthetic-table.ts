import { createExtractor, presets } from '@ser/features';
import { EMOTIONS } from '@ser/ravdess';
import type { FeatureTable } from '../table/feature-table.ts';

/** A table of 24 actors with one original row for each emotion; features are the emotion's number plus a ripple. */
export function syntheticTable(): FeatureTable {
  const { names } = createExtractor(presets.summary162);
  const rows = Array.from({ length: 24 }, (_, a) =>
    EMOTIONS.map((label, e) => ({
      clip: `03-01-0${e + 1}-01-01-01-${String(a + 1).padStart(2, '0')}`,
      label,
      actor: a + 1,
      channel: 'speech' as const,
      variant: 'original',
    })),
  ).flat();
  const x = Float32Array.from(
    { length: rows.length * names.length },
    (_, i) => (Math.floor(i / names.length) % 8) + Math.sin(i * 12.9),
  );
  return { preset: 'summary162', names: [...names], rows, x };
}
