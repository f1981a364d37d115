import type { PickedFile } from './work/data/data-source.ts';

/** What an input of files or of a folder holds. */
export function filesOfInput(input: HTMLInputElement): PickedFile[] {
  return Array.from(input.files ?? [], (file) => ({
    file,
    path: file.webkitRelativePath || file.name,
  }));
}

/** What was dropped: files, and all files in folders, with their paths. */
export async function filesOfDrop(transfer: DataTransfer): Promise<PickedFile[]> {
  // All of them at once: after the first pause the list is empty.
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry());
  const found = await Promise.all(entries.map((entry) => (entry ? filesOfEntry(entry, '') : [])));
  return found.flat();
}

async function filesOfEntry(entry: FileSystemEntry, parent: string): Promise<PickedFile[]> {
  const path = `${parent}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ file, path }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: PickedFile[] = [];
  for (;;) {
    // Browsers give a hundred or so at a time, and none at the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return found;
    for (const each of entries) found.push(...(await filesOfEntry(each, `${path}/`)));
  }
}

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
