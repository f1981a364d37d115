import { barOf } from '../../console/bar-of.ts';
import type { Problem } from '../../console/problems.ts';
import { visible } from '../../console/visible.ts';
import type { CorpusInspection } from '../../data/inspect-clips.ts';
import { counts, names, problemCodes } from './format-inspection.ts';

/** An inspection with the problems of listing the clips, too. */
export type CliCorpusInspection = Omit<CorpusInspection, 'problems'> & {
  problems: readonly Problem[];
};

/** So many speakers are counted one by one; JSON has them all. */
const MOST_SPEAKERS = 40;

/** The lines that `ser inspect` prints of a corpus that is not RAVDESS. */
export function formatCorpus(inspection: CliCorpusInspection): string[] {
  const { corpus, clips, perLabel, perSpeaker, unknownSpeakers, perCondition } = inspection;
  const { total, shortest, longest } = inspection.duration;
  const most = Math.max(...Object.values(perLabel), 1);
  const width = Math.max(...Object.keys(perLabel).map((label) => visible(label).length), 10);
  // An object has names such as 10 before 03.
  const speakers = Object.entries(perSpeaker).sort(([a], [b]) => (a < b ? -1 : 1));
  const rest =
    speakers.length > MOST_SPEAKERS ? `, and ${speakers.length - MOST_SPEAKERS} more` : '';
  const known = counts(speakers.slice(0, MOST_SPEAKERS), visible);
  const unknown = unknownSpeakers > 0 ? `, ${unknownSpeakers} of speakers who are not named` : '';
  return [
    `${clips} clips of ${speakers.length} speakers, labelled by ${visible(corpus)}, ` +
      `${inspection.stereo} in stereo`,
    `${(total / 60).toFixed(1)} minutes, ${shortest.toFixed(2)} to ${longest.toFixed(2)} s a clip`,
    `sample rates: ${counts(inspection.sampleRates, (rate) => `${rate} Hz`)}`,
    `clips by speaker: ${known}${rest}${unknown}`,
    `clips by condition: ${counts(perCondition, visible)}`,
    '',
    ...Object.entries(perLabel).map(
      ([label, n]) =>
        `  ${visible(label).padEnd(width)} ${String(n).padStart(5)} ${barOf(n / most)}`,
    ),
    '',
    `silent: ${names(inspection.silent)}`,
    `clipped: ${names(inspection.clipped.map(({ id, samples }) => `${id} (${samples} samples)`))}`,
    `same sound: ${names(inspection.twins.map(({ ids }) => ids.join(' = ')))}`,
    `problems: ${inspection.problems.length}${problemCodes(inspection.problems)}`,
  ].map(visible);
}
