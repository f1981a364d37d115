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
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ExperimentError(code, `${file}: ${describe(deepest(issue))}`);
}

/** Of a union's issues the one that lies deepest says most. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const inner = (issue.issues ?? []).map(deepest);
  const depth = (each: v.BaseIssue<unknown>): number => each.path?.length ?? 0;
  const [best] = inner.sort((a, b) => depth(b) - depth(a));
  if (!best || depth(best) === 0) return issue;
  return { ...best, path: [...(issue.path ?? []), ...(best.path ?? [])] as typeof issue.path };
}

function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  const where = path === null ? 'the value' : `\`${path}\``;
  // A key that the schema does not know is expected to be "never".
  if (issue.expected === 'never') return `${where} is no field that is known here`;
  if (issue.received === 'undefined') return `${where} is missing`;
  return `${where} must be ${expectation(issue)}, got ${issue.received}`;
}

/** Checks of ours carry their expectation as their message. */
function expectation({ expected, message, type }: v.BaseIssue<unknown>): string {
  return type === 'check' || expected === null ? message : expected;
}
