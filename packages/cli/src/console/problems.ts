import { isExpectedError } from './is-expected-error.ts';
import { print } from './progress.ts';

/** What is wrong with one file, and why. */
export interface Problem {
  file: string;
  code: string;
  message: string;
}

/** So many problems of one kind are printed one by one. */
const EXAMPLES = 3;
/** What says at length how to describe files is said once. */
const SAID_ONCE: readonly string[] = ['no-label'];

/** Options of {@link Problems}. */
interface ProblemsOptions {
  /** Prints every problem, where no JSON lists them. Default false. */
  printAll?: boolean;
}

/**
 * Collects what is wrong with single files while the others go on. The first three of each kind are
 * printed at once; of the others `summarize` says how many there were.
 */
export class Problems {
  readonly list: Problem[] = [];
  readonly #examples: number;
  readonly #kinds = new Map<string, { first: Problem; count: number }>();
  #isIncomplete = false;

  constructor({ printAll = false }: ProblemsOptions = {}) {
    this.#examples = printAll ? Number.POSITIVE_INFINITY : EXAMPLES;
  }

  /** Adds a file that is left out. */
  readonly add = (problem: Problem): void => {
    this.#isIncomplete = true;
    this.#note('left out', problem);
  };

  /** Adds a fault of a file that is counted all the same. */
  readonly fault = (problem: Problem): void => {
    this.#isIncomplete = true;
    this.#note('fault:', problem);
  };

  /** Adds an error of one file when it is one of the toolkit's typed errors; throws any other. */
  readonly addError = (file: string, error: unknown): void => {
    if (!isExpectedError(error)) throw error;
    this.add({ file, code: error.code, message: error.message });
  };

  /** Adds what is worth knowing of a file that is used all the same. */
  readonly warn = (problem: Problem): void => this.#note('warning:', problem);

  /** Exit code of a command that finished: 1 when a file had to be left out. */
  get exitCode(): 0 | 1 {
    return this.#isIncomplete ? 1 : 0;
  }

  /** Says how many problems there were that were not printed. */
  summarize(): void {
    for (const [, { first, count }] of this.#kinds) {
      const rest = count - this.#examplesOf(first);
      if (rest > 0) print(`and ${rest} more like ${first.file} (${first.code}), ${count} in all`);
    }
    this.#kinds.clear();
  }

  #examplesOf({ code }: Problem): number {
    const isOnce = SAID_ONCE.includes(code) && Number.isFinite(this.#examples);
    return isOnce ? 1 : this.#examples;
  }

  #note(verb: string, problem: Problem): void {
    this.list.push(problem);
    const key = `${verb} ${kindOf(problem)}`;
    const kind = this.#kinds.get(key) ?? { first: problem, count: 0 };
    kind.count++;
    this.#kinds.set(key, kind);
    if (kind.count <= this.#examplesOf(problem))
      print(`${verb} ${problem.file}: ${problem.message}`);
  }
}

/**
 * Runs a command that may have to leave out files, says in the end how many there were, and sets
 * the exit code where the command finished.
 */
export async function withProblems(
  task: (problems: Problems) => Promise<void>,
  options?: ProblemsOptions,
): Promise<void> {
  const problems = new Problems(options);
  try {
    await task(problems);
    process.exitCode = problems.exitCode;
  } finally {
    problems.summarize();
  }
}

/** The message without what is the file's own: names, quoted text and numbers. */
function kindOf({ file, code, message }: Problem): string {
  const general = message
    .replaceAll(file, '…')
    .replace(/"[^"]*"/g, '…')
    .replace(/\S*[/\\.\d]\S*/g, '…')
    .replace(/…(?:[ ,]*…)+/g, '…');
  return `${code} ${general}`;
}
