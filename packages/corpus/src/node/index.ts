export { findZips } from './find-zips.ts';
export { fromDirectory } from './from-directory.ts';
export { fromZip } from './from-zip.ts';
export { isZip } from './is-zip.ts';
