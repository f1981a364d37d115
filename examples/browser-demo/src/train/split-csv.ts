import type { PickedFile } from '../parts/picked-files.ts';

/** The single CSV among files, which stands for labels, and the files beside it. */
export function splitCsv(files: readonly PickedFile[]): {
  csv: File | undefined;
  rest: PickedFile[];
} {
  const isCsv = ({ path }: PickedFile) => /\.(csv|tsv)$/i.test(path);
  const tables = files.filter(isCsv);
  return {
    csv: tables.length === 1 ? tables[0].file : undefined,
    rest: files.filter((file) => !isCsv(file)),
  };
}
