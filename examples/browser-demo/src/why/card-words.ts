import { HOLDOUT, SPEAKER } from '../parts/card-figures.ts';

const inHundred = (share: number): number => Math.round(100 * share);

/** What the model's card says of a label, in some sentences. */
export function cardWords(label: string): string {
  const all =
    `The card: of voices that it had not heard it names ${inHundred(SPEAKER.uar.value)} of 100 clips ` +
    `right, and of the four voices that had no part in choosing anything ${inHundred(HOLDOUT.uar.value)}.`;
  const own = SPEAKER.emotions.find(({ emotion }) => emotion === label);
  if (!own) return all;
  return (
    `${all} Where it says ${label}, ${inHundred(own.precision)} of 100 answers are right, and of 100 ` +
    `${label} clips it finds ${inHundred(own.recall.value)}.`
  );
}
