import { RavdessError } from '../../../ravdess-error.ts';

/** Runs what may fail for reasons that no retry mends: a full disk, a folder without rights. */
export async function withFileErrors<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `download: ${path} must be readable and writable, got: ${reason}`;
    throw new RavdessError('unwritable-path', message, { file: path, cause });
  }
}
