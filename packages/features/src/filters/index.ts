export { type ChromaFilterOptions, type ChromaOptions, chroma } from './chroma.ts';
export { type CqToChromaOptions, cqToChroma } from './cq-to-chroma.ts';
export { type MelFilterOptions, type MelOptions, mel } from './mel.ts';
