import type { SpeakerLists } from '@ser/eval';
import { createExtractor, presets } from '@ser/features';
import type { Table } from '../table/table.ts';

/** The labels of {@link smallTable}. */
export const LABELS: readonly string[] = ['calm', 'happy', 'angry', 'sad'];

/**
 * A table of 24 speakers, `01` to `24`, with a row of speech and one of song for each label. The
 * features of a row are its label's number and a ripple, so that a model can learn them.
 */
export function smallTable(): Table {
  const { names } = createExtractor(presets.summary162);
  const rows = Array.from({ length: 24 }, (_, s) =>
    LABELS.flatMap((label) =>
      ['speech', 'song'].map((condition) => {
        const speaker = String(s + 1).padStart(2, '0');
        return {
          clip: `${label}-${condition}-${speaker}`,
          label,
          speaker,
          condition,
          variant: 'original',
        };
      }),
    ),
  ).flat();
  const x = Float32Array.from({ length: rows.length * names.length }, (_, i) => {
    const { label } = rows[Math.floor(i / names.length)];
    return LABELS.indexOf(label) + Math.sin(i * 12.9);
  });
  return { extractor: presets.summary162, labels: LABELS, names, shape: [names.length], rows, x };
}

/** Lists of the speakers of {@link smallTable}. */
export const SMALL_SPEAKERS: SpeakerLists = {
  folds: [
    ['02', '05', '14', '15', '16'],
    ['03', '06', '07', '13', '18'],
    ['10', '11', '12', '19', '20'],
    ['08', '17', '21', '23', '24'],
    ['01', '04', '09', '22'],
  ],
  holdout: ['21', '22', '23', '24'],
};
