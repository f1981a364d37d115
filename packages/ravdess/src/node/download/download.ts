import { mkdir } from 'node:fs/promises';
import type { DownloadOptions } from './download-options.ts';
import { ARCHIVES, type Archive } from './util/archives.ts';
import { checkFolder, checkNonNegative, checkPart, checkUrl } from './util/checks.ts';
import { downloadArchive } from './util/download-archive.ts';
import { withFileErrors } from './util/with-file-errors.ts';

/**
 * Downloads RAVDESS' audio archives from Zenodo, 208 MB of speech and 226 MB of song, for
 * `fromZip` to read.
 *
 * An archive is written to `NAME.zip.part`, which is renamed when its size and md5 are right. A
 * download that was interrupted or killed goes on where it stopped. An archive that is there
 * already is verified and kept. After a dropped or silent connection, a server error or wrong bytes
 * the download is tried again, with growing pauses. Two downloads into one folder at the same time
 * both end with the archive.
 *
 * @returns The paths of the zips, in the order of `parts`.
 * @throws {RavdessError} `failed-download` after the last try, or at once when the server says that
 *   there is no such file; `unwritable-path`; `bad-argument`. The signal's reason when it is
 *   aborted.
 *
 * @example
 * const zips = await download({ to: 'data', parts: ['speech'] });
 * for await (const clip of fromZip(zips)) console.log(clip.id);
 */
export async function download({
  parts = ['speech', 'song'],
  ...options
}: DownloadOptions): Promise<string[]> {
  const archives = parts.map((part) => ARCHIVES[checkPart('download', 'parts', part)]);
  return downloadArchives(archives, options);
}

/** `download` of other archives than Zenodo's. */
export async function downloadArchives(
  archives: readonly Archive[],
  { to, ...options }: Omit<DownloadOptions, 'parts'>,
): Promise<string[]> {
  // Checked first: a wrong value would mean hours of retries, or files in a wrong folder.
  checkFolder('download', 'to', to);
  checkUrl('download', 'baseUrl', options.baseUrl);
  for (const name of ['retries', 'retryDelay', 'stallTimeout'] as const) {
    checkNonNegative('download', name, options[name]);
  }
  await withFileErrors(to, () => mkdir(to, { recursive: true }));
  const files: string[] = [];
  for (const archive of archives) files.push(await downloadArchive(archive, to, options));
  return files;
}
