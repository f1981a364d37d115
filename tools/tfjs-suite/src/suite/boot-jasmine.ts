// Jasmine's globals, which tfjs' tests call when they are imported.
import jasmineRequire from 'jasmine-core/lib/jasmine-core/jasmine.js';

/** A test that has ended. */
export interface SpecResult {
  fullName: string;
  status: 'passed' | 'failed' | 'pending' | 'excluded';
  failedExpectations: { message: string }[];
}

/** The part of Jasmine that this tool uses. */
export interface JasmineEnv {
  configure(options: object): void;
  addReporter(reporter: { specDone(result: SpecResult): void }): void;
  execute(): Promise<unknown>;
}

// What `jasmine-core` itself does before it lists its folder, which a bundle has not.
const jasmine = jasmineRequire.core(jasmineRequire);
// No test waits for something that a busy machine could be late with.
jasmine.DEFAULT_TIMEOUT_INTERVAL = 300_000;

/** Runs the tests that have been declared. */
export const jasmineEnv: JasmineEnv = jasmine.getEnv({ suppressLoadErrors: true });
Object.assign(globalThis, jasmineRequire.interface(jasmine, jasmineEnv));
