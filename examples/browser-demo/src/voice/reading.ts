/** A sentence to read aloud, and how. */
export interface Sentence {
  readonly text: string;
  readonly manner: string;
}

/**
 * What is read to calibrate: half a minute of plain sentences, in several moods, so that what they
 * have in common is the voice and no mood.
 */
export const READING: readonly Sentence[] = [
  {
    manner: 'plainly',
    text: 'The library on the corner opens at nine and closes when it gets dark.',
  },
  {
    manner: 'quietly',
    text: 'Somebody has left an umbrella and a green scarf on the second chair.',
  },
  {
    manner: 'gladly',
    text: 'The train from the coast comes in early, and it brings the afternoon post.',
  },
  {
    manner: 'crossly',
    text: 'There are eleven steps to the kitchen, and the lamp there is still on.',
  },
  {
    manner: 'sadly',
    text: 'We walked along the river until the path turned back to the old bridge.',
  },
  {
    manner: 'surprised',
    text: 'The baker keeps the long loaves at the top and the round ones below.',
  },
];

/** What is said afterwards, to hear what it changed. */
export const NEXT: readonly string[] = [
  'The bus stops in front of the yellow house.',
  'My sister put the letters on the table.',
  'It will rain in the evening, they say.',
];
