declare module 'jasmine-core/lib/jasmine-core/jasmine.js' {
  const jasmineRequire: {
    core(require: unknown): {
      /** Milliseconds. */
      DEFAULT_TIMEOUT_INTERVAL: number;
      getEnv(options: { suppressLoadErrors: boolean }): import('./boot-jasmine.ts').JasmineEnv;
    };
    interface(jasmine: unknown, env: unknown): object;
  };
  export default jasmineRequire;
}
