import type { SpeakerLists } from '../protocols/protocol.ts';
import type { Row } from '../splits/row.ts';

const EMOTIONS = 'neutral calm happy sad angry fearful disgust surprised'.split(' ');

/** RAVDESS' actor 7 is the speaker '07'. */
export function speakerOf(actor: number): string {
  return String(actor).padStart(2, '0');
}

const ACTORS = Array.from({ length: 24 }, (_, i) => i + 1);

/**
 * The literature's folds, the hold-out, the folds on which recipes are chosen, and men (odd
 * numbers) and women.
 */
export const RAVDESS_SPEAKERS: SpeakerLists & { groups: string[][] } = {
  folds: [
    [2, 5, 14, 15, 16],
    [3, 6, 7, 13, 18],
    [10, 11, 12, 19, 20],
    [8, 17, 21, 23, 24],
    [1, 4, 9, 22],
  ].map((actors) => actors.map(speakerOf)),
  holdout: [21, 22, 23, 24].map(speakerOf),
  selection: [1, 6, 11, 16].map((first) => [0, 1, 2, 3, 4].map((i) => speakerOf(first + i))),
  groups: [1, 0].map((rest) => ACTORS.filter((actor) => actor % 2 === rest).map(speakerOf)),
};

/** Rows as all of RAVDESS gives them: 1,440 speech and 1,012 song clips, in `variants` each. */
export function ravdessRows(variants: readonly string[] = ['original', 'noise', 'pitch']): Row[] {
  const rows: Row[] = [];
  for (const condition of ['speech', 'song']) {
    for (let actor = 1; actor <= 24; actor++) {
      if (condition === 'song' && actor === 18) continue;
      const speaker = speakerOf(actor);
      for (const label of condition === 'speech' ? EMOTIONS : EMOTIONS.slice(0, 6)) {
        const takes = label === 'neutral' ? 4 : 8;
        for (let take = 0; take < takes; take++) {
          const clip = `${condition}-${label}-${take}-${actor}`;
          for (const variant of variants) rows.push({ clip, label, speaker, variant, condition });
        }
      }
    }
  }
  return rows;
}

/** Who speaks in the rows at `indices`, sorted. */
export function speakersOf(rows: readonly Row[], indices: readonly number[]): string[] {
  return [...new Set(indices.map((i) => rows[i].speaker))].sort();
}

/** How often each value occurs. */
export function countBy<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
