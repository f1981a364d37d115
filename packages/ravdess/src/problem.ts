import type { RavdessErrorCode } from './ravdess-error.ts';

/** One file that is left out, and why; plain JSON. */
export interface Problem {
  file: string;
  code: RavdessErrorCode;
  message: string;
}
