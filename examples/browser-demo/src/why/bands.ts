/** The bands that are taken out, one at a time: where they are, and what of a voice lies there. */
export const BANDS: readonly {
  /** Hz. */
  readonly low: number;
  readonly high: number;
  readonly words: string;
}[] = [
  { low: 50, high: 250, words: 'the pitch of most voices' },
  { low: 250, high: 500, words: 'the body of the voice' },
  { low: 500, high: 1000, words: 'how open vowels are' },
  { low: 1000, high: 2000, words: 'which vowels they are' },
  { low: 2000, high: 3000, words: 'clearness' },
  { low: 3000, high: 4000, words: 'sharpness, ring' },
  { low: 4000, high: 6000, words: 's, sh, t' },
  { low: 6000, high: 8000, words: 'breath and hiss' },
];
