import { RavdessError } from '../../../ravdess-error.ts';

/** Runs an action whose failure no retry can mend, such as a full disk. */
export async function withFileErrors<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `download: ${path} must be readable and writable, got: ${reason}`;
    throw new RavdessError('unwritable-path', message, { file: path, cause });
  }
}
