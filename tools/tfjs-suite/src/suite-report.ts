/** Where the tests ran: tfjs' backends, and wasm with `enableWasmTraining`. */
export type SuiteBackend = 'cpu' | 'wasm' | 'wasm with ours';

/** What came of tfjs-core's tests on one backend. */
export interface SuiteReport {
  /** The kernels that the backend has. */
  kernelNames: string[];
  tests: {
    name: string;
    status: 'passed' | 'failed' | 'pending' | 'excluded';
    /** Of the first expectation that failed. */
    message?: string;
  }[];
}
