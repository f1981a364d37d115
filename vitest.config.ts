import { defineConfig, type ViteUserConfig } from 'vitest/config';

// Workspace packages resolve to each other's sources, so no test waits for a build.
const conditions = ['@ser/source', 'module', 'node', 'import', 'default'];

const config: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 60_000 },
});
export default config;
