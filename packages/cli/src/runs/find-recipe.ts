import { readFileSync } from 'node:fs';
import { ExperimentError, parseRecipe, RECIPES, type Recipe } from '@ser/experiment';
import { wrongUsage } from '../console/cli-error.ts';
import { errorCode } from '../console/error-code.ts';

/**
 * A recipe by its name, or else from a JSON file.
 *
 * @throws CliError `wrong-usage` for neither, and for a file that holds no recipe
 */
export function findRecipe(nameOrFile: string): Recipe {
  return RECIPES.get(nameOrFile) ?? parseFile(nameOrFile);
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
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const names = [...RECIPES.keys()].join(', ');
    const isMissing = errorCode(cause) === 'ENOENT';
    const got = isMissing ? file : `${file}: ${(cause as Error).message}`;
    throw wrongUsage(`--recipe must be one of ${names}, or a JSON file, got ${got}`, cause);
  }
}
