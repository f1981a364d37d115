import type { OptionNames } from '@ser/internal';
import type { ARCHIVES } from './util/archives.ts';

/** How far the download of one archive has come. */
export interface DownloadProgress {
  file: string;
  /** Bytes on disk, those of an earlier try included. */
  received: number;
  total: number;
}

/** The options for the download of one archive. */
export interface DownloadArchiveOptions {
  /** Called after each piece of data. Default: none. */
  onProgress?: (progress: DownloadProgress) => void;
  /** Stops the download. The bytes on disk are kept for the next one. Default: none. */
  signal?: AbortSignal;
  /** The address that the archives are below, such as a mirror's. Default: Zenodo's. */
  baseUrl?: string;
  /** How many tries in a row may fail without a thousandth of the archive. Default 5. */
  retries?: number;
  /**
   * Milliseconds before the second try. Each further pause is twice as long, up to a minute.
   * Default 1000.
   */
  retryDelay?: number;
  /** Milliseconds without a byte after which a connection is closed. Default 30000. */
  stallTimeout?: number;
}

/** The options of `download`. */
export interface DownloadOptions extends DownloadArchiveOptions {
  /** The folder for the zips. It is made when it is not there. */
  to: string;
  /** Which archives. Default ['speech', 'song']. */
  parts?: readonly (keyof typeof ARCHIVES)[];
}

export const DOWNLOAD_OPTIONS: OptionNames<DownloadOptions> = {
  to: true,
  parts: true,
  onProgress: true,
  signal: true,
  baseUrl: true,
  retries: true,
  retryDelay: true,
  stallTimeout: true,
};
