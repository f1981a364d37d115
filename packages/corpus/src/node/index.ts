export { fromDirectory } from './from-directory.ts';
export { fromZip } from './from-zip.ts';
