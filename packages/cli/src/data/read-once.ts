import type { FileSource } from '@ser/model/linear';

/**
 * A place whose files are kept from their first reading to their second, so that what two readers
 * want is read from the disk once.
 */
export function readOnce({ name, read }: FileSource): FileSource {
  const kept = new Map<string, ReturnType<FileSource['read']>>();
  return {
    name,
    read(file, options) {
      const first = kept.get(file);
      if (first && kept.delete(file)) return first;
      const bytes = read(file, options);
      kept.set(file, bytes);
      return bytes;
    },
  };
}
