export type { Clip, Describe, Labels } from './clip.ts';
export { CorpusError, type CorpusErrorCode, type CorpusErrorOptions } from './corpus-error.ts';
export { groupProblems, type ProblemGroup } from './group-problems.ts';
export { type DescribeFromCsv, labelsFromCsv } from './labels/labels-from-csv.ts';
export type { LabelsFromCsvOptions } from './labels/labels-from-csv-options.ts';
export { type LabelsFromFoldersOptions, labelsFromFolders } from './labels/labels-from-folders.ts';
export { mapLabels } from './labels/map-labels.ts';
export type { Problem } from './problem.ts';
export { guessScheme } from './schemes/guess-scheme.ts';
export { labelsFromScheme } from './schemes/labels-from-scheme.ts';
export type { NamingScheme } from './schemes/naming-scheme.ts';
export { NAMING_SCHEMES } from './schemes/naming-schemes.ts';
export { parseNamingScheme } from './schemes/parse-naming-scheme.ts';
export type { SchemeLabels } from './schemes/util/scheme-reader.ts';
export {
  type DirectoryHandle,
  type FileHandle,
  fromDirectoryHandle,
} from './sources/from-directory-handle.ts';
export { fromFiles } from './sources/from-files.ts';
export type { SourceOptions } from './sources/source-options.ts';
export type { DecodeClip } from './twins/decode-clip.ts';
export { type FindTwinsOptions, findTwins } from './twins/find-twins.ts';
export { type Fingerprint, fingerprint } from './twins/fingerprint.ts';
export { isSameRecording } from './twins/is-same-recording.ts';
export { type TwinClip, TwinFinder, type TwinFinderOptions } from './twins/twin-finder.ts';
export type { Twins } from './twins/twins.ts';
export { type Audio, decodeWav } from './wav/decode-wav.ts';
export { decodeWavStream } from './wav/decode-wav-stream.ts';
export type { WavStreamOptions } from './wav/decode-wav-stream-options.ts';
export { inspectWav, type WavInspection } from './wav/inspect-wav.ts';
export { readWavHeader } from './wav/read-wav-header.ts';
export { type SniffedFormat, sniffFormat } from './wav/sniff-format.ts';
export type { ByteChunks } from './wav/util/byte-parts.ts';
export type { FileFormat } from './wav/util/formats.ts';
export type { WavHeader } from './wav/wav-header.ts';
export type { InspectWavOptions, WavOptions } from './wav/wav-options.ts';
export type { WavProblemCode } from './wav/wav-problem.ts';
