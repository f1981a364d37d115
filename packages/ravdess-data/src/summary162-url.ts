/**
 * Where the table lies: the 162 features of RAVDESS' 2,452 clips and of two variants of each, 7,356
 * rows, as a Parquet file. Bundlers that know `new URL(…, import.meta.url)` bring it along.
 */
export function summary162Url(): URL {
  // Not a constant: in a bundle without `import.meta`, importing the package would throw.
  return new URL('../data/ravdess-summary162.parquet', import.meta.url);
}
