/** The emotions that have a colour of their own in styles/tokens.css. */
export const EMOTIONS: readonly string[] = [
  'neutral',
  'calm',
  'happy',
  'sad',
  'angry',
  'fearful',
  'disgust',
  'surprised',
];

/** A colour of styles/tokens.css as it is on an element: light, dark or forced. */
export const colourOf = (element: Element, token: string): string =>
  getComputedStyle(element).getPropertyValue(`--${token}`);

/** The name of the colour of a label; of another model's labels, the text's. */
export const emotionToken = (label: string): string => (EMOTIONS.includes(label) ? label : 'text');
