import type { Channel, Row } from '../row.ts';

const EMOTIONS = 'neutral calm happy sad angry fearful disgust surprised'.split(' ');

/** Rows as all of RAVDESS gives them: 1,440 speech and 1,012 song clips, in `variants` each. */
export function ravdessRows(variants: readonly string[] = ['original', 'noise', 'pitch']): Row[] {
  const rows: Row[] = [];
  for (const channel of ['speech', 'song'] as const satisfies Channel[]) {
    for (let actor = 1; actor <= 24; actor++) {
      if (channel === 'song' && actor === 18) continue;
      for (const label of channel === 'speech' ? EMOTIONS : EMOTIONS.slice(0, 6)) {
        const takes = label === 'neutral' ? 4 : 8;
        for (let take = 0; take < takes; take++) {
          const clip = `${channel}-${label}-${take}-${actor}`;
          for (const variant of variants) rows.push({ clip, label, actor, channel, variant });
        }
      }
    }
  }
  return rows;
}

/** How often each value occurs. */
export function countBy<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
