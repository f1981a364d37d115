/** The name of a clip's version that is the clip itself. */
export const ORIGINAL = 'original';
