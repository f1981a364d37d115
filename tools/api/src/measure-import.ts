import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type PublicEntry, publicEntries } from './public-entries.ts';

/** The names, and the entry. */
const IMPORT = /^import (\{ .+ \}|\* as \w+) from '(.+)'$/;

/**
 * The weight in KiB of an import: a page's or program's script with nothing but it, minified by
 * esbuild and gzipped. What users bring themselves, peers such as TensorFlow.js and Node's modules,
 * is not counted; the weights of the recogniser are, since they come as a script.
 */
export async function measureImport(root: string, statement: string): Promise<number> {
  const [, names, name] = IMPORT.exec(statement) ?? [];
  const entry = publicEntries(root).find((each) => each.name === name);
  if (entry === undefined) throw new Error(`budgets.json: no entry for \`${statement}\``);
  const { outputFiles } = await build({
    stdin: { contents: `export ${names} from '${name}';`, resolveDir: entry.folder },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // Files that no import needs beside the first are fetched later, or never.
    splitting: false,
    platform: isForNode(entry) ? 'node' : 'browser',
    external: peersOf(entry),
    write: false,
    logLevel: 'silent',
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length / 1024;
}

const isForNode = ({ entry }: PublicEntry): boolean => entry === 'node';

/** Also those of the packages that it imports, but for what it brings itself. */
function peersOf({ folder }: PublicEntry): string[] {
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const theirs = Object.keys(dependencies)
    .filter((name) => name.startsWith('@ser/'))
    .flatMap((name) => peersOf({ folder: join(folder, '..', name.slice(5)) } as PublicEntry));
  return [...Object.keys(peerDependencies), ...theirs].filter((name) => !(name in dependencies));
}
