import { existsSync, readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'tsdown';

// Every entry of a package's exports map names its source, and a command's source has its name; that
// list is the build's input.
const { exports, bin = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, { '@ser/source': string; node?: string }>;
  bin?: Record<string, string>;
};
const sourceOf = (built: string): string =>
  built.replace('./dist/', './src/').replace(/\.js$/, '.ts');

const shared: UserConfig = {
  // Paths are the package's, not this file's.
  cwd: process.cwd(),
  format: 'esm',
  platform: 'neutral',
  deps: { neverBundle: [/^node:/] },
  target: 'node20.19',
  fixedExtension: false,
  root: 'src',
  failOnWarn: true,
};

/** A file a module, of which bundlers take what is used. */
const modules: UserConfig = {
  ...shared,
  entry: [
    ...Object.values(exports).map((entry) => entry['@ser/source']),
    ...Object.values(bin).map(sourceOf),
  ],
  dts: { generator: 'oxc' },
  unbundle: true,
};

/**
 * The same for Node in few files, where the exports map names them: it takes a third of a
 * millisecond to find and load a module.
 */
const forNode = Object.values(exports).flatMap(({ node, '@ser/source': source }) =>
  node === undefined ? [] : [[node.replace(/^\.\/dist\/|\.bundle\.js$/g, ''), source]],
);
/** What `ClipPool` of `@ser/features` gives its workers beside itself. */
const WORKERS: Readonly<Record<string, string>> = {
  'extract-clip': './src/node/util/extract-clip.ts',
};

const bundles: UserConfig = {
  ...shared,
  entry: Object.fromEntries([
    ...forNode,
    ...Object.entries(WORKERS).filter(([, source]) => forNode.length > 0 && existsSync(source)),
  ]),
  dts: false,
  clean: false,
  outputOptions: {
    entryFileNames: '[name].bundle.js',
    chunkFileNames: '[name]-[hash].bundle.js',
  },
};

const config: UserConfig[] = defineConfig(forNode.length > 0 ? [modules, bundles] : [modules]);
export default config;
