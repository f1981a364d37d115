/** More classes than a figure can show: a matrix of 100 has 10,000 cells. */
export const MOST_CLASSES = 100;

/** More bars than a figure can show. */
export const MOST_BARS = 1000;

/** More points of a line than a screen has pixels to show. */
export const MOST_POINTS = 2000;
