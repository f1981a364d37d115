import * as v from 'valibot';
import { ExperimentError, type ExperimentErrorCode } from '../experiment-error.ts';

/**
 * Holds a value from a file against a schema.
 *
 * @param file its name, for the message
 * @throws ExperimentError `code`; the message names the path of the first fault, such as
 *   `fit.batchSize`, with what was expected and what came
 */
export function parseWith<T>(
  schema: v.GenericSchema<unknown, T>,
  file: string,
  value: unknown,
  code: ExperimentErrorCode,
): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  throw new ExperimentError(code, `${file}: ${describe(result.issues[0])}`);
}

function describe(issue: v.BaseIssue<unknown>): string {
  const { expected, received, message, type } = issue;
  const path = pathOf(issue);
  const where = path === '' ? 'the value' : `\`${path}\``;
  // A function that parses a part of the value has written the message, with a path in that part.
  if (type === 'raw_transform') return continuePath(path, message);
  // A key that the schema does not know is expected to be "never".
  if (expected === 'never') return `${where} is no field that is known here`;
  if (received === 'undefined') return `${where} is missing`;
  if (type === 'max_length') {
    return `${where} must hold ${expected?.replace('<=', 'at most ')} entries, got ${received}`;
  }
  // Checks of ours carry their expectation as their message.
  return `${where} must be ${type === 'custom' ? message : expected}, got ${received}`;
}

/** The path of what is wrong, such as `model.blocks[0].filters`; empty for the value itself. */
function pathOf({ path }: v.BaseIssue<unknown>): string {
  return (path ?? [])
    .map(({ key }, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`))
    .join('');
}

/** The message `parseX: \`features[0].kind\` must be …` with the path that leads to its part. */
function continuePath(path: string, message: string): string {
  const [, name, rest] = /^\w+: `([^`]*)`(.*)$/s.exec(message) ?? [];
  if (name === undefined) return `\`${path}\`: ${message}`;
  return `\`${path}${name.startsWith('[') ? '' : '.'}${name}\`${rest}`;
}
