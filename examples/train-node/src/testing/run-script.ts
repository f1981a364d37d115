import { vi } from 'vitest';

/** How a program of this folder has ended. */
export interface Ended {
  code: number;
  /** What it gave to `console.log`. */
  printed: unknown[];
  /** What it gave to `console.error`. */
  errors: unknown[];
}

/** What `process.exit` throws here instead of ending the tests. */
class Exit extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`exit with ${code}`);
    this.code = code;
  }
}

let runs = 0;

/**
 * Runs a program of this folder in this process, in another folder. An error that it does not catch
 * goes to the handler that the program has put first.
 */
export async function runScript(
  script: 'train.ts' | 'predict.ts',
  args: readonly string[],
  cwd: string,
): Promise<Ended> {
  const { argv } = process;
  const home = process.cwd();
  const handlers = process.listeners('uncaughtException');
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Exit(Number(code));
  });
  process.argv = [argv[0], script, ...args];
  process.chdir(cwd);
  const end = (code: number): Ended => ({
    code,
    printed: log.mock.calls.map(([text]) => text),
    errors: error.mock.calls.map(([text]) => text),
  });
  try {
    // Another name makes the module run anew.
    const module = `../${script}?run=${runs++}`;
    await import(/* @vite-ignore */ module);
    return end(0);
  } catch (thrown) {
    if (thrown instanceof Exit) return end(thrown.code);
    const [first] = process.listeners('uncaughtException');
    if (handlers.includes(first)) throw thrown;
    try {
      first(thrown as Error, 'uncaughtException');
    } catch (exited) {
      if (exited instanceof Exit) return end(exited.code);
    }
    throw thrown;
  } finally {
    for (const handler of process.listeners('uncaughtException'))
      if (!handlers.includes(handler)) process.off('uncaughtException', handler);
    process.argv = argv;
    process.chdir(home);
    for (const spy of [log, error, exit]) spy.mockRestore();
  }
}
