import { isExpectedError } from './is-expected-error.ts';
import { print } from './progress.ts';

/** One file that is left out, and why. */
export interface Problem {
  file: string;
  code: string;
  message: string;
}

/** Collects what went wrong with single files and prints each at once; the others go on. */
export class Problems {
  readonly list: Problem[] = [];

  readonly add = (problem: Problem): void => {
    this.list.push(problem);
    print(`left out ${problem.file}: ${problem.message}`);
  };

  /** Adds an error of one file when it is one of the toolkit's typed errors; throws any other. */
  readonly addError = (file: string, error: unknown): void => {
    if (!isExpectedError(error)) throw error;
    this.add({ file, code: error.code, message: error.message });
  };

  /** Exit code of a command that finished: 1 when a file had to be left out. */
  get exitCode(): 0 | 1 {
    return this.list.length > 0 ? 1 : 0;
  }
}
