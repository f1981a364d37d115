/** The type of `Symbol.dispose` where the program's libraries know it. */
type DisposeSymbol = SymbolConstructor extends { readonly dispose: infer Name extends symbol }
  ? Name
  : never;

/**
 * What `using` takes, as `Disposable` of TypeScript's libraries. Unlike that, it is no error in a
 * program whose libraries end before ES2026.
 */
export type UsingDisposable = { [Name in DisposeSymbol]: () => void };
