declare module 'jasmine-core/lib/jasmine-core/jasmine.js' {
  const jasmineRequire: {
    core(require: unknown): {
      getEnv(options: { suppressLoadErrors: boolean }): import('./boot-jasmine.ts').JasmineEnv;
    };
    interface(jasmine: unknown, env: unknown): object;
  };
  export default jasmineRequire;
}
