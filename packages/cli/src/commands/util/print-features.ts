import type { PresetName } from '@ser/experiment';
import { createExtractor, type ExtractorConfig, presets } from '@ser/features';
import type { Problem, Problems } from '../../console/problems.ts';
import { writeJson } from '../../console/write-json.ts';
import { writeLines } from '../../console/write-lines.ts';
import { mapFiles } from '../../data/map-files.ts';

/** Which numbers, of which part of each file. */
export interface PrintOptions {
  /** Which features. Default `'summary162'`. */
  preset: PresetName;
  /** Start of the excerpt in seconds. Default: the preset's. */
  offset?: number;
  /** Length of the excerpt in seconds. Default: the preset's. */
  duration?: number;
  /** Whether the features are printed as JSON. Default false. */
  json?: boolean;
}

interface FileFeatures {
  file: string;
  /** Of the file, in Hz. */
  sampleRate: number;
  shape: number[];
  values: number[];
}

/**
 * Prints the features of each file, as text or as one JSON value. A file that cannot be read is a
 * problem, and the others go on. One whose rate the features hang on is a warning.
 */
export async function printFeatures(
  files: string[],
  { preset, offset, duration, json }: PrintOptions,
  problems: Problems,
  signal: AbortSignal,
): Promise<void> {
  const config = withExcerpt(presets[preset], offset, duration);
  const { names, shape } = createExtractor(config);
  const options = { extractor: config, problems, signal };
  const results = await mapFiles(files, options, ({ file, audio, values }): FileFeatures => {
    const warning = rateWarning(preset, config.sampleRate, file, audio.sampleRate);
    if (warning) problems.warn(warning);
    // A sequence has a frame a row; how many, the clip decides.
    const width = names.length;
    const ownShape = shape.length === 1 ? [width] : [values.length / width, width];
    return { file, sampleRate: audio.sampleRate, shape: ownShape, values: [...values] };
  });
  if (json) writeJson({ preset, names, files: results, problems: problems.list });
  else for (const result of results) writeLines(formatFile(result, names));
}

/** eGeMAPS' values hang on the rate, and openSMILE takes each file's own. */
function rateWarning(
  preset: PresetName,
  sampleRate: number,
  file: string,
  ownRate: number,
): Problem | undefined {
  if ((preset !== 'egemaps' && preset !== 'egemapsLld') || ownRate === sampleRate) return;
  const message =
    `it has ${ownRate} Hz and was resampled to ${sampleRate} Hz, so that all files compare; ` +
    `openSMILE takes a file at its own rate and gives other numbers, as \`${preset}\` of ` +
    '@ser/features does';
  return { file, code: 'other-rate', message };
}

function formatFile({ file, shape, values }: FileFeatures, names: readonly string[]): string[] {
  const width = names.reduce((longest, { length }) => Math.max(longest, length), 12);
  const title = shape.length === 1 ? file : `${file}: ${shape[0]} frames of ${shape[1]} values`;
  const lines =
    shape.length === 1
      ? values.map((value, i) => `  ${names[i].padEnd(width)} ${value}`)
      : Array.from({ length: shape[0] }, (_, t) =>
          values.slice(t * names.length, (t + 1) * names.length).join(' '),
        );
  return [title, ...lines];
}

function withExcerpt(
  config: ExtractorConfig,
  offset = config.offset,
  duration = config.duration,
): ExtractorConfig {
  return { ...config, offset, duration };
}
