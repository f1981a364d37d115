export interface LabelsFromCsvOptions {
  /** The column with the files' paths. Default 'file'. */
  file?: string;
  /** The column with the labels. Default 'label'. */
  label?: string;
  /** The column with the speakers. Default 'speaker', where the table has it. */
  speaker?: string;
  /** The column with the conditions. Default 'condition', where the table has it. */
  condition?: string;
  /** What stands between two fields. Default: what the first line has of `,` `;` and tabs. */
  delimiter?: string;
  /** The table's own name, for messages. Default: none. */
  name?: string;
}
