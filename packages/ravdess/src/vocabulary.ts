/** How a clip was recorded, in the order of its codes, from 01. */
export const MODALITIES = ['audio-video', 'video-only', 'audio-only'] as const;

export const VOCAL_CHANNELS = ['speech', 'song'] as const;

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

export const INTENSITIES = ['normal', 'strong'] as const;

/** The two sentences, in the order of their codes, 1 and 2. */
export const STATEMENTS = ['Kids are talking by the door', 'Dogs are sitting by the door'] as const;

/** How often each sentence was recorded in a row. */
export const REPETITIONS = 2;

/** How many actors there are. Those with odd numbers are men, the others women. */
export const ACTORS = 24;
