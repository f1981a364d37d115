export type { SourceOptions } from '../collect-clips.ts';
export { type DownloadOptions, download } from './download.ts';
export type { DownloadArchiveOptions, DownloadProgress } from './download-archive.ts';
export { fromDirectory } from './from-directory.ts';
export { fromZip } from './from-zip.ts';
