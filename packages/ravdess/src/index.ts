export type { Clip } from './clip.ts';
export type { SourceOptions } from './collect-clips.ts';
export { type Audio, decodeWav } from './decode-wav.ts';
export { EMOTIONS, type Emotion } from './emotions.ts';
export { expectedClips } from './expected-clips.ts';
export { formatFilename, parseFilename, type RavdessInfo, STATEMENTS } from './filename.ts';
export {
  type DirectoryHandle,
  type FileHandle,
  fromDirectoryHandle,
} from './from-directory-handle.ts';
export { fromFiles } from './from-files.ts';
export { type Inspection, type InspectOptions, inspect, type Missing } from './inspect.ts';
export type { Problem } from './problem.ts';
export { RavdessError, type RavdessErrorCode } from './ravdess-error.ts';
export { readWavHeader, type WavHeader } from './wav-header.ts';
