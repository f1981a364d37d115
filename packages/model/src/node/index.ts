export { folderStore } from './folder-store.ts';
export { isTemporaryFile } from './temporary-file.ts';
