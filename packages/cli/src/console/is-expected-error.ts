/**
 * Whether an error says what is wrong with the user's files or machine: it has a code, of the
 * toolkit or of the system. Node's `ERR_…` are mistakes of ours, as are errors without a code.
 */
export function isExpectedError(error: unknown): error is Error & { code: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    !error.code.startsWith('ERR_')
  );
}
