/** A class: its name or its number. One call takes one kind. */
export type Label = string | number;
