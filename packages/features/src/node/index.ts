export type { Decode } from './decode.ts';
export {
  type ClipFeatures,
  type ClipSource,
  type ExtractAllOptions,
  type ExtractProgress,
  extractAll,
} from './extract-all.ts';
export type { VariantValues } from './util/extract-clip.ts';
