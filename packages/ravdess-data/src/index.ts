export { type FetchOptions, fetchSummary162 } from './fetch-summary162.ts';
export { summary162Url } from './summary162-url.ts';
