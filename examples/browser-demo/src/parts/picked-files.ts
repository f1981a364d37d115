/** A file and its path below the folder that was chosen, which some browsers lose on the way. */
export interface PickedFile {
  readonly file: File;
  /** With the folder's own name at first; the bare name of a file that was chosen alone. */
  readonly path: string;
}

/** What an input of files or of a folder holds. */
export function filesOfInput(input: HTMLInputElement): PickedFile[] {
  return Array.from(input.files ?? [], (file) => ({
    file,
    path: file.webkitRelativePath || file.name,
  }));
}

/** What was dropped: files, and all files in folders, with their paths. */
export async function filesOfDrop({ items }: DataTransfer): Promise<PickedFile[]> {
  // All of them at once: after the first pause the list is empty.
  const taken = Array.from(items, (item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }));
  const found = await Promise.all(
    taken.map(({ entry, file }) => {
      if (entry?.isDirectory) return filesOfEntry(entry, '');
      return file ? [{ file, path: file.name }] : [];
    }),
  );
  return found.flat();
}

/** What cannot be read, such as a folder that is not allowed, is left out. */
async function filesOfEntry(entry: FileSystemEntry, parent: string): Promise<PickedFile[]> {
  const path = `${parent}${entry.name}`;
  if (entry.isFile) {
    return new Promise((resolve) =>
      (entry as FileSystemFileEntry).file(
        (file) => resolve([{ file, path }]),
        () => resolve([]),
      ),
    );
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: PickedFile[] = [];
  for (;;) {
    // Browsers give a hundred or so at a time, and none at the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (entries.length === 0) return found;
    for (const each of entries) found.push(...(await filesOfEntry(each, `${path}/`)));
  }
}
