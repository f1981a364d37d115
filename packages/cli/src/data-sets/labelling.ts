import type { LabelsFromCsvOptions, NamingScheme } from '@ser/corpus';

/** How clips are labelled that are not named as the data set's own are; plain JSON, for plans. */
export interface Labelling {
  readonly version: 1;
  /** What says the labels. Null: the names of the data set's own clips. */
  readonly from: LabelSource | null;
  /** What labels are called instead; null leaves their clips out. Others stay. */
  readonly map: Readonly<Record<string, string | null>>;
}

/** Where labels come from. */
export type LabelSource =
  | CsvLabels
  /** The folder of a clip is its label; with `parent` the folder above is the speaker. */
  | { readonly kind: 'folders'; readonly speaker: 'parent' | 'none' }
  /** The names of the files say it. */
  | { readonly kind: 'scheme'; readonly scheme: NamingScheme }
  /** There are no clips: the tables of features say it. */
  | { readonly kind: 'tables' };

/** A table of labels, which stays where it is, as clips do. */
export interface CsvLabels {
  readonly kind: 'csv';
  /** Absolute. */
  readonly file: string;
  /** Of its bytes, in hexadecimal: a run goes on with the labels that it was begun with. */
  readonly sha256: string;
  readonly columns: Columns;
}

/** Which columns of a table of labels say what. Default of each: as `labelsFromCsv`. */
export type Columns = Readonly<
  Partial<Pick<LabelsFromCsvOptions, 'file' | 'label' | 'speaker' | 'condition'>>
>;

/** The names that {@link Columns} has. */
export const COLUMN_NAMES: readonly (keyof Columns)[] = ['file', 'label', 'speaker', 'condition'];
