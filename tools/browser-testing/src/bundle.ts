/**
 * A module with all that it imports, as a script for a page. Workspace packages come from their
 * sources.
 *
 * @param entry The module's file.
 * @param name The global variable that the page finds its exports in.
 */
export async function bundle(entry: string, name: string): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@ser/source', 'module', 'browser', 'import', 'default'] },
    // The default follows the machine's environment, which test runners set in ways of their own.
    mode: 'production',
    build: { write: false, lib: { entry, formats: ['iife'], name } },
  });
  const [output] = [built].flat() as { output: { code: string }[] }[];
  return output.output[0].code;
}
