/** RAVDESS' emotions in the order of their codes, 01 to 08. */
export const EMOTIONS = [
  'neutral',
  'calm',
  'happy',
  'sad',
  'angry',
  'fearful',
  'disgust',
  'surprised',
] as const;

export type Emotion = (typeof EMOTIONS)[number];
