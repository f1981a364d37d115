import { mkdir } from 'node:fs/promises';
import { checkOptions } from '../../util/check-options.ts';
import { DOWNLOAD_OPTIONS, type DownloadOptions } from './download-options.ts';
import { ARCHIVES, type Archive } from './util/archives.ts';
import { checkFolder, checkNonNegative, checkParts, checkUrl } from './util/checks.ts';
import { downloadArchive } from './util/download-archive.ts';
import type { Wait } from './util/wait.ts';
import { withFileErrors } from './util/with-file-errors.ts';

/**
 * Downloads RAVDESS' audio archives from Zenodo, 208 MB of speech and 226 MB of song, for
 * `fromZip` to read.
 *
 * An archive is written to `NAME.zip.part`, which is renamed when its size and md5 are right. A
 * download that was interrupted or killed goes on where it stopped. An archive that is there
 * already is verified and kept. After a dropped or silent connection, a server error or wrong bytes
 * the download is tried again, with growing pauses; not after a web page in place of the zip. Two
 * downloads into one folder at the same time both end with the archive. Nothing is written through
 * a link.
 *
 * The environment variables `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` count, in capitals or not.
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
export async function download(options: DownloadOptions): Promise<string[]> {
  checkOptions('download', options, DOWNLOAD_OPTIONS);
  const { parts = ['speech', 'song'] } = options;
  const archives = checkParts('download', 'parts', parts).map((part) => ARCHIVES[part]);
  return downloadArchives(archives, options);
}

/** `download` of other archives than Zenodo's, and with other pauses between two tries. */
export async function downloadArchives(
  archives: readonly Archive[],
  { to, ...options }: Omit<DownloadOptions, 'parts'>,
  pause?: Wait,
): Promise<string[]> {
  // Checked first: a wrong value would mean hours of retries, or files in a wrong folder.
  checkFolder('download', 'to', to);
  checkUrl('download', 'baseUrl', options.baseUrl);
  for (const name of ['retries', 'retryDelay', 'stallTimeout'] as const) {
    checkNonNegative('download', name, options[name]);
  }
  await withFileErrors(to, () => mkdir(to, { recursive: true }));
  const files: string[] = [];
  for (const archive of archives) {
    files.push(await downloadArchive(archive, to, options, pause));
  }
  return files;
}
