/** A class, by its name or its number. All labels of one call are of one kind. */
export type Label = string | number;
