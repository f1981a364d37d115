import { readFileSync, statSync } from 'node:fs';
import { ExperimentError, parseRecipe, RECIPES, type Recipe } from '@ser/experiment';
import { closestName } from '@ser/internal';
import { CliError, wrongUsage } from '../console/cli-error.ts';
import { errorCode } from '../console/error-code.ts';
import { decodeText } from '../data/decode-text.ts';
import { kindOfFile } from '../data/kind-of-file.ts';

/** A recipe has some two thousand bytes. */
const MOST_BYTES = 2 ** 20;

/**
 * A recipe by its name, or else from a JSON file.
 *
 * @throws CliError `wrong-usage` for neither, and for a file that holds no recipe
 */
export function findRecipe(nameOrFile: string): Recipe {
  const own = RECIPES.has(nameOrFile) ? RECIPES.get(nameOrFile) : undefined;
  return own ?? parseFile(nameOrFile);
}

function parseFile(file: string): Recipe {
  const text = readText(file);
  try {
    return parseRecipe(file, JSON.parse(text));
  } catch (cause) {
    if (ExperimentError.isInstance(cause)) throw wrongUsage(`--recipe ${cause.message}`, cause);
    if (!(cause instanceof SyntaxError)) throw cause;
    throw wrongUsage(`--recipe ${file} must be JSON: ${cause.message}`, cause);
  }
}

function readText(file: string): string {
  const names = [...RECIPES.keys()];
  const refuse = (got: string, cause?: unknown): never => {
    const expected = `--recipe must be one of ${names.join(', ')}, or a JSON file`;
    throw wrongUsage(`${expected}, got ${got}`, cause);
  };
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return refuse(`${file}, which is ${kindOfFile(stats)}`);
    if (stats.size > MOST_BYTES) return refuse(`${file}, which has ${stats.size} bytes`);
    return decodeText(readFileSync(file));
  } catch (cause) {
    if (CliError.isInstance(cause)) throw cause;
    if (errorCode(cause) !== 'ENOENT') return refuse(`${file}: ${(cause as Error).message}`, cause);
    const meant = closestName(file, names);
    return refuse(meant === undefined ? file : `${file} (did you mean ${meant}?)`, cause);
  }
}
