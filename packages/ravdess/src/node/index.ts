export { download } from './download/download.ts';
export type {
  DownloadArchiveOptions,
  DownloadOptions,
  DownloadProgress,
} from './download/download-options.ts';
export { fromDirectory } from './from-directory.ts';
export { fromZip } from './from-zip.ts';
