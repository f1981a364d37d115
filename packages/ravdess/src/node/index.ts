export { type DownloadOptions, download } from './download/download.ts';
export type { DownloadArchiveOptions, DownloadProgress } from './download/download-archive.ts';
export { fromDirectory } from './from-directory.ts';
export { fromZip } from './from-zip.ts';
