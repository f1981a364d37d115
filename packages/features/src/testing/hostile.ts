import {
  applyVariant,
  createExtractor,
  extractVariant,
  parseExtractorConfig,
  parseVariantConfigs,
  room,
} from '../index.ts';

// What a stranger's file may hold, for `runLimited`. Arguments are JSON, as in such a file.

/** What each configuration throws where it is read and where an extractor is made of it. */
export function refusedConfigs(configs: readonly unknown[]): unknown[] {
  return configs.map((config) => [
    thrownBy(() => parseExtractorConfig(config)),
    thrownBy(() => createExtractor(config as never)),
  ]);
}

/** What each variant throws where it is read and where it is applied. */
export function refusedVariants(variants: readonly unknown[]): unknown[] {
  const options = { sampleRate: 48_000, random: (): number => 0.5 };
  const samples = tone(48_000);
  return variants.map((variant) => [
    thrownBy(() => parseVariantConfigs([variant])),
    thrownBy(() => applyVariant(samples, variant as never, options)),
  ]);
}

/** What each variant of a recording throws where it is read and where it is extracted. */
export function refusedRecordings(variants: readonly unknown[]): unknown[] {
  const thrown = extractedVariants(variants);
  return variants.map((variant, i) => [thrownBy(() => parseVariantConfigs([variant])), thrown[i]]);
}

/** What each variant of a second of a tone throws. */
export function extractedVariants(variants: readonly unknown[]): unknown[] {
  const extractor = createExtractor({ sampleRate: 16_000, features: [{ kind: 'rms' }] });
  const audio = { samples: tone(48_000), sampleRate: 48_000 };
  const options = { random: (): number => 0.5 };
  return variants.map((variant) =>
    thrownBy(() => extractVariant(extractor, audio, variant as never, options)),
  );
}

/** How long a tone is in a room, of a file whose header says any rate. */
export function echoOfFile(file: { length: number; sampleRate: number; rt60: number }): number {
  const audio = { samples: tone(file.length), sampleRate: file.sampleRate };
  return room(audio, { random: (): number => 0.5, rt60: file.rt60 }).samples.length;
}

/** Extracts a second of a tone. */
export function extractSecond(config: unknown): number {
  const extractor = createExtractor(parseExtractorConfig(config));
  const { sampleRate } = extractor.config;
  return extractor.extract({ samples: tone(sampleRate), sampleRate }).length;
}

/** Makes a variant of a second of a tone. */
export function makeVariant(variant: unknown): void {
  const options = { sampleRate: 48_000, random: (): number => 0.5 };
  applyVariant(tone(48_000), variant as never, options);
}

/** Reads as many variants as are asked for. */
export function readVariants(count: number): void {
  const steps = [{ kind: 'shift' }];
  parseVariantConfigs(Array.from({ length: count }, (_, i) => ({ name: `v${i}`, steps })));
}

/** Reads a configuration with as many features as are asked for. */
export function readFeatures(count: number): void {
  parseExtractorConfig({ sampleRate: 16_000, features: new Array(count).fill({ kind: 'mfcc' }) });
}

/** Reads a configuration with an option whose name is as long as asked for. */
export function readLongName(length: number): void {
  const name = 'x'.repeat(length);
  parseExtractorConfig({ sampleRate: 16_000, features: [{ kind: 'rms' }], [name]: 1 });
}

const tone = (length: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => Math.sin(i / 10));

/** The fields of an error, which JSON leaves out; undefined where there is none. */
function thrownBy(call: () => unknown): object | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string };
    return { name, code, message };
  }
}
