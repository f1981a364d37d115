import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'tsdown';

// Every entry of a package's exports map names its source; that list is the build's input.
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, { '@ser/source': string }>;
};

const config: UserConfig = defineConfig({
  entry: Object.values(exports).map((entry) => entry['@ser/source']),
  format: 'esm',
  dts: { oxc: true },
  platform: 'neutral',
  target: 'node20.19',
  fixedExtension: false,
  unbundle: true,
  root: 'src',
  failOnWarn: true,
});
export default config;
