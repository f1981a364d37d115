import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

// Workspace packages resolve to each other's sources, so no test waits for a build.
const conditions = ['@ser/source', 'module', 'node', 'import', 'default'];

/** Files that replace whole modules, which no other file may see. */
const ISOLATED = 'src/**/*.isolated.test.ts';
/** Files of `ser` that all replace the same module: what extracts on threads by what does not. */
const IN_PROCESS = 'src/**/*.in-process.test.ts';

const config: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // A test that is skipped without a reason fails the run.
    reporters: [
      'default',
      fileURLToPath(new URL('tools/testing/src/skips-reporter.ts', import.meta.url)),
    ],
    setupFiles: fileURLToPath(new URL('tools/testing/src/matchers.ts', import.meta.url)),
    // They end what hangs. Nothing ends because the machine is slow, or has other work.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Where so much fails, the rest would too: a browser that hangs must not cost half an hour.
    bail: 10,
    // Processes that tests start find the code compiled, and its types stripped: half a second each.
    env: {
      NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/node', import.meta.url)),
    },
    // Loading modules anew for each file would take a third of the time.
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['src/**/*.test.ts'],
          exclude: [ISOLATED, IN_PROCESS],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'in-process', include: [IN_PROCESS], isolate: false } },
      { extends: true, test: { name: 'isolated', include: [ISOLATED], isolate: true } },
    ],
  },
});
export default config;
