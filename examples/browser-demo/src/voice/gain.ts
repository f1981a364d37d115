/** UAR of RAVDESS' clips, protocol `speaker`: no clip of the voice was heard (RESULTS.md). */
export const WITHOUT = 0.719;

/** The same after so many clips of the voice, protocol `speaker-adapted` (RESULTS.md). */
export const GAINS: readonly { readonly clips: number; readonly uar: number }[] = [
  { clips: 1, uar: 0.717 },
  { clips: 3, uar: 0.745 },
  { clips: 5, uar: 0.756 },
  { clips: 10, uar: 0.77 },
  { clips: 20, uar: 0.782 },
];
/** The same after all other clips of the voice, 59 of them. */
export const ALL = 0.786;

/** What was measured with about so many clips, in a sentence. */
export function gainWords(clips: number): string {
  const measured = GAINS.findLast((gain) => gain.clips <= clips) ?? GAINS[0];
  const { uar } = measured;
  const many = measured.clips === 1 ? 'one clip' : `${measured.clips} clips`;
  const change =
    uar > WITHOUT
      ? `${inHundred(uar)} of 100 right in place of ${inHundred(WITHOUT)}`
      : `${inHundred(uar)} of 100 right, no more than the ${inHundred(WITHOUT)} without it`;
  return `With ${many} of an actor's voice the model named ${change}.`;
}

const inHundred = (uar: number): string => (100 * uar).toFixed(1);
