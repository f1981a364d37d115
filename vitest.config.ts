import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

// Workspace packages resolve to each other's sources, so no test waits for a build.
const conditions = ['@ser/source', 'module', 'node', 'import', 'default'];

const config: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: fileURLToPath(new URL('tools/testing/src/matchers.ts', import.meta.url)),
    testTimeout: 60_000,
    // A hook that starts Chromium waits as long as a test does.
    hookTimeout: 60_000,
  },
});
export default config;
