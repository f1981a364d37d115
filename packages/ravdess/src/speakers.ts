import { ACTORS } from './vocabulary.ts';

/** Lists of RAVDESS' speakers, as `RavdessClipInfo` names them: '01' to '24'. */
export interface Speakers {
  /** The test speakers of the five folds that the literature on RAVDESS uses. */
  readonly folds: readonly (readonly string[])[];
  /** The test speakers of the hold-out. */
  readonly holdout: readonly string[];
  /** The test speakers of the four folds on which recipes are chosen; none of the hold-out. */
  readonly selection: readonly (readonly string[])[];
  /** The men, then the women. */
  readonly groups: readonly (readonly string[])[];
}

/** A speaker by the actor's number: 7 is '07'. */
export function speakerOf(actor: number): string {
  return String(actor).padStart(2, '0');
}

/** RAVDESS' speakers by fold, by hold-out, by fold of selection and by sex. */
export const SPEAKERS: Speakers = Object.freeze({
  folds: freezeLists([
    [2, 5, 14, 15, 16],
    [3, 6, 7, 13, 18],
    [10, 11, 12, 19, 20],
    [8, 17, 21, 23, 24],
    [1, 4, 9, 22],
  ]),
  holdout: freezeLists([[21, 22, 23, 24]])[0],
  selection: freezeLists([
    [1, 2, 3, 4, 5],
    [6, 7, 8, 9, 10],
    [11, 12, 13, 14, 15],
    [16, 17, 18, 19, 20],
  ]),
  groups: freezeLists([everySecondFrom(1), everySecondFrom(2)]),
});

function freezeLists(lists: readonly (readonly number[])[]): readonly (readonly string[])[] {
  return Object.freeze(lists.map((actors) => Object.freeze(actors.map(speakerOf))));
}

function everySecondFrom(first: number): number[] {
  return Array.from({ length: ACTORS / 2 }, (_, i) => first + 2 * i);
}
