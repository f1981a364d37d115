export { publishedModelFolder } from './published-model-folder.ts';
export { readSummary162 } from './read-summary162.ts';
