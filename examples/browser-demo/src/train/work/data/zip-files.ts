import { BlobReader, configure, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { PickedFile } from '../../../parts/picked-files.ts';

// This is a worker already, and the page's policy allows none from an address of data.
configure({ useWebWorkers: false });

/** What is read of a `File`. */
type FileLike = Pick<File, 'name' | 'size' | 'lastModified' | 'arrayBuffer'>;

/**
 * The WAV files in a zip, each of which is unpacked when it is read. Of the zip only the directory
 * is read before, so that it may be larger than the memory.
 *
 * @throws {Error} For what is no zip.
 */
export async function filesInZip(zip: File): Promise<PickedFile[]> {
  const reader = new ZipReader(new BlobReader(zip));
  const entries = await reader.getEntries().catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${zip.name} must be a whole zip: ${why}`, { cause });
  });
  return entries.flatMap((entry) => {
    if (entry.directory || !/\.wav$/i.test(entry.filename)) return [];
    const file: FileLike = {
      name: entry.filename,
      size: entry.uncompressedSize,
      // Stands for the state of the file: it changes with any byte.
      lastModified: entry.signature ?? 0,
      arrayBuffer: async () => {
        const bytes = await entry.getData(new Uint8ArrayWriter(), { checkSignature: true });
        return bytes.buffer as ArrayBuffer;
      },
    };
    return [{ file: file as File, path: `${zip.name}/${entry.filename}` }];
  });
}
