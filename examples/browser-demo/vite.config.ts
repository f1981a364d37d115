import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { withoutRawWorklet } from './src/live/without-raw-worklet.ts';
import { listedFiles } from './src/offline/listed-files.ts';
import { weightsOnce } from './src/recognition/weights-once.ts';

// Workspace packages resolve to their sources, so the page waits for no build of theirs.
const conditions = ['@ser/source', 'module', 'browser', 'import', 'default'];

/** They isolate the page, so that training has threads. The service worker gives them to a built site. */
const headers = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

const config: UserConfig = defineConfig({
  root: import.meta.dirname,
  // Any folder of any host.
  base: './',
  resolve: { conditions },
  server: { headers },
  preview: { headers },
  worker: { format: 'es' },
  // What workers import is found beforehand, so that the page does not reload in the middle of work.
  optimizeDeps: { entries: ['index.html', 'src/**/worker.ts'] },
  plugins: [weightsOnce(), withoutRawWorklet(), listedFiles()],
  build: {
    target: 'es2023',
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    // A data: address in place of a file would need more of the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: fileURLToPath(new URL('index.html', import.meta.url)),
        'service-worker': fileURLToPath(new URL('src/offline/service-worker.ts', import.meta.url)),
      },
      output: {
        // A service worker needs one address for good.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
export default config;
