import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import webpack from 'webpack';

const PAGES = join(import.meta.dirname, 'pages');

/** Builds a page's sources into a folder, as the README says for this bundler. */
type Build = (source: string, out: string) => Promise<unknown>;

const BUILDS: Readonly<Record<string, Build>> = {
  vite: (source, out) =>
    vite({
      root: source,
      base: './',
      configFile: false,
      logLevel: 'error',
      mode: 'production',
      build: { outDir: out, emptyOutDir: true, target: 'es2022' },
    }),

  async webpack(source, out) {
    const options = {
      mode: 'production' as const,
      context: source,
      entry: './page.js',
      // A page's modules may wait at their top.
      experiments: { outputModule: true },
      output: { path: out, filename: 'page.js', module: true, publicPath: 'auto' as const },
      performance: { hints: false as const },
    };
    await new Promise<void>((resolve, reject) => {
      webpack(options, (error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors())
          reject(new Error(stats.toString({ all: false, errors: true })));
        else resolve();
      });
    });
    copyFileSync(join(source, 'index.html'), join(out, 'index.html'));
  },

  async esbuild(source, out) {
    const { resolve } = createRequire(join(source, 'page.js'));
    copyFileSync(join(source, 'listen-options.esbuild.js'), join(source, 'listen-options.js'));
    await esbuild({
      absWorkingDir: source,
      entryPoints: { page: 'page.js', worker: resolve('@ser/recognizer/worker') },
      outdir: out,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      minify: true,
      logLevel: 'error',
    });
    copyFileSync(resolve('@ser/recognizer/worklet'), join(out, 'worklet.js'));
    copyFileSync(join(source, 'index.html'), join(out, 'index.html'));
  },
};

/**
 * Builds the page of pages/ with each bundler, from the packages that a project has installed.
 *
 * @param bundlers Default: all of them.
 * @returns the folder of each, ready to serve
 */
export async function buildPages(
  project: string,
  bundlers: readonly string[] = Object.keys(BUILDS),
): Promise<Record<string, string>> {
  const built: Record<string, string> = {};
  for (const name of bundlers) {
    const build = BUILDS[name];
    const source = join(project, 'pages', name);
    const out = join(project, 'built', name);
    mkdirSync(out, { recursive: true });
    cpSync(PAGES, source, { recursive: true });
    await build(source, out);
    // No byte comes from elsewhere, so the page works where there is no network.
    writeFileSync(join(out, 'favicon.ico'), '');
    if (!readFileSync(join(out, 'index.html'), 'utf8').includes('<output>')) {
      throw new Error(`${name} wrote another page`);
    }
    built[name] = out;
  }
  return built;
}
