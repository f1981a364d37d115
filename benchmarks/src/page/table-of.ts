import { formatTime } from '../measure.ts';
import type { GroupFigures } from './figures.ts';
import { formatRatio } from './write-page.ts';

/** A group's rows in columns for the terminal. */
export function tableOf({ heading, figures }: GroupFigures): string[][] {
  const time = (milliseconds: number | null, missing?: string): string =>
    milliseconds === null
      ? `not measured${missing ? `: ${missing}` : ''}`
      : formatTime(milliseconds);
  return [
    [heading, 'ours', 'peer', 'its time', '×'],
    ...figures.map((figure) => {
      const { work, ours, peer, theirs, missing } = figure;
      const theirTime = peer === null ? '' : time(theirs, missing);
      return [work, time(ours, missing), peer ?? '', theirTime, formatRatio(figure)];
    }),
  ];
}
