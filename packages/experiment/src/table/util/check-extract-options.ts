import { createExtractor, type Extractor } from '@ser/features';
import { ExperimentError } from '../../experiment-error.ts';
import type { LabelledClip } from '../extract-clips.ts';
import type { ExtractRowsOptions } from '../extract-rows-options.ts';

/** Checks what functions that extract clips are given. @returns the extractor */
export function checkExtractOptions(
  caller: string,
  clips: readonly LabelledClip[],
  options: ExtractRowsOptions,
): Extractor {
  const {
    extract,
    recordings = new Map(),
    features,
    version = '',
  }: Record<'extract' | 'recordings' | 'features' | 'version', unknown> = {
    recordings: undefined,
    features: undefined,
    version: undefined,
    ...options,
  };
  const fail = (name: string, expected: string, got: unknown): never => {
    throw new ExperimentError(
      'bad-argument',
      `${caller}: \`${name}\` must be ${expected}, got ${String(got)}`,
    );
  };
  if (typeof extract !== 'function') fail('extract', 'a function, such as extractAll', extract);
  if (!(recordings instanceof Map)) fail('recordings', 'a Map of clips’ ids', recordings);
  const { read, write } = (features ?? {}) as Record<string, unknown>;
  if (features !== undefined && (typeof read !== 'function' || typeof write !== 'function')) {
    fail('features', 'an object with read() and write()', features);
  }
  if (typeof version !== 'string') fail('version', 'text', version);
  const extractor = createExtractor(options.extractor);
  if (extractor.shape.some((size) => size < 1)) {
    throw new ExperimentError(
      'bad-argument',
      `${caller}: \`extractor.frames\` must be set, ` +
        'since a table holds sequences of one length, got none',
    );
  }
  const { names } = extractor;
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) {
    fail(
      'extractor.features',
      'of different names, which become columns of a table',
      `${twice} twice`,
    );
  }
  checkIds(caller, clips);
  return extractor;
}

function checkIds(caller: string, clips: readonly LabelledClip[]): void {
  const files = new Map<string, string>();
  for (const { id, file } of clips) {
    const first = files.get(id);
    if (first !== undefined) {
      throw new ExperimentError(
        'duplicate-clip',
        `${caller}: \`clips\` must differ in their ids, got ${id} twice: ${first} and ${file}`,
      );
    }
    files.set(id, file);
  }
}
