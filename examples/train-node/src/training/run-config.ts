import { PROTOCOLS } from '@ser/eval';
import { CliError } from '../console/cli-error.ts';
import { BACKENDS, type BackendName } from '../console/start-backend.ts';
import type { ProtocolName } from './choose-split.ts';
import { RECIPES, type RecipeName } from './recipes.ts';

/** Everything that determines a run, as `config.json` keeps it. */
export interface RunConfig {
  /** The command that made the folder, and that resumes it. */
  command: 'train' | 'crossvalidate';
  recipe: RecipeName;
  protocol: ProtocolName;
  /** Which fold is the test fold, from 1. */
  fold: number;
  /** Folds of the `clip` protocol. */
  folds: number;
  channels: ('speech' | 'song')[];
  /** Whether the noise and stretch-pitch variants of training clips are used. */
  variants: boolean;
  seed: number;
  /** Seeds of a cross-validation: 0 … seeds-1. */
  seeds: number;
  epochs: number;
  backend: BackendName;
  /** The paths given with `--data`, absolute; empty for the embedded table. */
  data: string[];
}

const isWhole = (least: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= least;
const isOneOf = (names: readonly string[]) => (value: unknown) => names.includes(value as string);
const isListOf = (check: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(check);

const CHECKS: Record<keyof RunConfig, (value: unknown) => boolean> = {
  command: isOneOf(['train', 'crossvalidate']),
  recipe: isOneOf(Object.keys(RECIPES)),
  protocol: isOneOf(Object.keys(PROTOCOLS)),
  fold: isWhole(1),
  folds: isWhole(2),
  channels: isListOf(isOneOf(['speech', 'song'])),
  variants: (value) => typeof value === 'boolean',
  seed: isWhole(0),
  seeds: isWhole(1),
  epochs: isWhole(1),
  backend: isOneOf(BACKENDS),
  data: isListOf((value) => typeof value === 'string'),
};

/**
 * Checks what a `config.json` holds.
 *
 * @param file its name, for messages
 * @throws CliError `bad-config`
 */
export function parseRunConfig(file: string, value: unknown): RunConfig {
  const fields = Object.entries(CHECKS);
  const config = (value ?? {}) as Record<string, unknown>;
  const bad = fields.find(([field, isValid]) => !isValid(config[field]));
  if (bad) {
    throw new CliError(
      'bad-config',
      `${file}: the field "${bad[0]}" is missing or not what \`ser\` writes: ${JSON.stringify(config[bad[0]])}`,
    );
  }
  return config as unknown as RunConfig;
}
