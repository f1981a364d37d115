// Nothing in here imports tfjs: a test follows what it imports.
export type { Prediction } from '../classifier/prediction.ts';
export { ModelError, type ModelErrorCode } from '../model-error.ts';
export { fileListStore } from '../stores/file-list-store.ts';
export type { FileSource, FileStore } from '../stores/file-store.ts';
export { type MemoryStore, memoryStore } from '../stores/memory-store.ts';
export { type UrlStoreOptions, urlStore } from '../stores/url-store.ts';
export { LinearClassifier } from './linear-classifier.ts';
export type { LinearClassifierJson, LinearScaler } from './linear-classifier-json.ts';
