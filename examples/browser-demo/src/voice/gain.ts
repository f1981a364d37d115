import { SPEAKER, SPEAKER_ADAPTED } from '../parts/card-figures.ts';

/** UAR of RAVDESS' clips, by how many clips of the voice were heard before. */
export interface Gain {
  /** Without any. */
  readonly without: number;
  /** In order. */
  readonly after: readonly { readonly clips: number; readonly uar: number }[];
  /** With all others of the voice. */
  readonly all: number;
}

/** What the model's card says. */
export const GAIN: Gain = {
  without: SPEAKER.uar.value,
  after: SPEAKER_ADAPTED.flatMap(({ heard, uar }) =>
    heard === 'all' ? [] : [{ clips: heard, uar: uar.value }],
  ),
  all: SPEAKER_ADAPTED.find(({ heard }) => heard === 'all')?.uar.value ?? Number.NaN,
};

/** What was measured with about so many clips, in a sentence. */
export function gainWords(clips: number, { without, after }: Gain = GAIN): string {
  const measured = after.findLast((gain) => gain.clips <= clips) ?? after[0];
  const { uar } = measured;
  const many = measured.clips === 1 ? 'one clip' : `${measured.clips} clips`;
  const change =
    uar > without
      ? `${inHundred(uar)} of 100 right in place of ${inHundred(without)}`
      : `${inHundred(uar)} of 100 right, no more than the ${inHundred(without)} without it`;
  return `With ${many} of an actor's voice the model named ${change}.`;
}

const inHundred = (uar: number): string => (100 * uar).toFixed(1);
