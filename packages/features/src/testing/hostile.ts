import {
  applyVariant,
  createExtractor,
  parseExtractorConfig,
  parseVariantConfigs,
} from '../index.ts';

// What a stranger's file may hold, for `runLimited`. Arguments are JSON, as in such a file.

/** Reads the configuration of an extractor. */
export function readExtractor(config: unknown): void {
  parseExtractorConfig(config);
}

/** Makes an extractor. */
export function makeExtractor(config: unknown): void {
  createExtractor(config as never);
}

/** Extracts a second of a tone. */
export function extractSecond(config: unknown): number {
  const { sampleRate } = parseExtractorConfig(config);
  return createExtractor(config as never).extract({ samples: tone(sampleRate), sampleRate }).length;
}

/** Reads variants. */
export function readVariants(variants: unknown): void {
  parseVariantConfigs(variants);
}

/** Makes a variant of a second of a tone. */
export function makeVariant(variant: unknown): void {
  const options = { sampleRate: 48_000, random: (): number => 0.5 };
  applyVariant(tone(48_000), variant as never, options);
}

/** A configuration with as many features as are asked for. */
export function readFeatures(count: number): void {
  readExtractor({ sampleRate: 16_000, features: new Array(count).fill({ kind: 'mfcc' }) });
}

/** A configuration with an option whose name is as long as asked for. */
export function readLongName(length: number): void {
  readExtractor({ sampleRate: 16_000, features: [{ kind: 'rms' }], ['x'.repeat(length)]: 1 });
}

const tone = (length: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => Math.sin(i / 10));
