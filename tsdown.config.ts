import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'tsdown';

// Every entry of a package's exports map names its source, and a command's source has its name; that
// list is the build's input.
const { exports, bin = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, { '@ser/source': string }>;
  bin?: Record<string, string>;
};
const sourceOf = (built: string): string =>
  built.replace('./dist/', './src/').replace(/\.js$/, '.ts');

const config: UserConfig = defineConfig({
  entry: [
    ...Object.values(exports).map((entry) => entry['@ser/source']),
    ...Object.values(bin).map(sourceOf),
  ],
  // Paths are the package's, not this file's.
  cwd: process.cwd(),
  format: 'esm',
  dts: { generator: 'oxc' },
  platform: 'neutral',
  deps: { neverBundle: [/^node:/] },
  target: 'node20.19',
  fixedExtension: false,
  unbundle: true,
  root: 'src',
  failOnWarn: true,
});
export default config;
