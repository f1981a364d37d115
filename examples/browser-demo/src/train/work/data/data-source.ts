import type { PickedFile } from '../../../parts/picked-files.ts';

/** Where the data come from. */
export type DataSource =
  /** The table of RAVDESS that comes along. */
  | { readonly kind: 'embedded' }
  /** Recordings that are named as RAVDESS', in a folder or in zips. */
  | { readonly kind: 'ravdess'; readonly files: readonly PickedFile[] }
  /** Recordings of any names, and a table of their labels. */
  | { readonly kind: 'labelled'; readonly files: readonly PickedFile[]; readonly csv: File }
  /** A Parquet file, as `ser features --out` or pandas write it. */
  | { readonly kind: 'table'; readonly file: File };
