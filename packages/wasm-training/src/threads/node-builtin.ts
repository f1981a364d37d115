type Builtins = { getBuiltinModule?(name: string): unknown };

/**
 * A module of Node; undefined elsewhere. Not an import, since browsers and their bundlers have no
 * such module.
 */
export function nodeBuiltin<T>(name: string): T | undefined {
  const { process } = globalThis as { process?: Builtins };
  return process?.getBuiltinModule?.(name) as T | undefined;
}
