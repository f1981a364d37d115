export { type FromDirectoryOptions, fromDirectory } from './from-directory.ts';
