export { readSummary162 } from './read-summary162.ts';
