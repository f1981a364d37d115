export { type FetchSummary162Options, fetchSummary162 } from './fetch-summary162.ts';
export { RavdessDataError, type RavdessDataErrorCode } from './ravdess-data-error.ts';
export { summary162Url } from './summary162-url.ts';
