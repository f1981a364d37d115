import type { OptionNames } from '@ser/internal';

/** The options of `labelsFromCsv`. */
export interface LabelsFromCsvOptions {
  /** The column with the files' paths. Default 'file'. */
  file?: string;
  /** The column with the labels. Default 'label'. */
  label?: string;
  /** The column with the speakers. Default 'speaker', where the table has it. */
  speaker?: string;
  /** The column with the conditions. Default 'condition', where the table has it. */
  condition?: string;
  /**
   * The character between two fields. Default: the one of `,` `;` and tab that fits the first line.
   */
  delimiter?: string;
  /** The table's own name, for messages. Default: none. */
  name?: string;
}

export const LABELS_FROM_CSV_OPTIONS: OptionNames<LabelsFromCsvOptions> = {
  file: true,
  label: true,
  speaker: true,
  condition: true,
  delimiter: true,
  name: true,
};
