/** Columns of a table's file that say what a row is, before those of the features. */
export const KEY_COLUMNS = ['clip', 'label', 'speaker', 'condition', 'variant'] as const;

/** The column of the clips' recordings, which a table has where some clips share one. */
export const RECORDING_COLUMN = 'recording' as const;

/** In a table of sequences, the column that counts a clip's frames from 0. */
export const FRAME_COLUMN = 'frame';

/** The key of the file's metadata under which the rest of a table stands as JSON. */
export const METADATA_KEY = 'ser.table';

/** The key under which the fingerprints of a table's clips may stand. */
export const FINGERPRINTS_KEY = 'ser.fingerprints';

/** The most classes of a table: a column of more is none of labels. */
export const MOST_LABELS = 1000;
