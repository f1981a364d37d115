import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = join(import.meta.dirname, '../..');
const BIN = join(PACKAGE, '../../node_modules/.bin');

/** A project outside the workspace, with this package in it as it is built and published. */
export interface UserProject {
  folder: string;
  /**
   * What the compiler says of a module of the project, '' where it is content: strict, with
   * `skipLibCheck: false` and without the types of any other package.
   */
  typeCheck(source: string, options?: { lib?: string }): Promise<string>;
  /** Puts packages that this one has in its own `node_modules` beside it. */
  install(...names: readonly string[]): Promise<void>;
  remove(): Promise<void>;
}

const run = async (command: string, args: string[], cwd: string): Promise<string> => {
  try {
    await promisify(execFile)(join(BIN, command), args, { cwd });
    return '';
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return stdout + stderr || String(error);
  }
};

/** Builds this package into a new project in the system's temporary folder. */
export async function createUserProject(): Promise<UserProject> {
  const folder = await mkdtemp(join(tmpdir(), 'ser-eval-user-'));
  const modules = join(folder, 'node_modules');
  const own = join(modules, '@ser/eval');
  const config = join(PACKAGE, '../../tsdown.config.ts');
  const failed = await run(
    'tsdown',
    ['--config', config, '--out-dir', join(own, 'dist'), '--logLevel', 'warn'],
    PACKAGE,
  );
  if (failed) throw new Error(failed);
  const { publishConfig, ...manifest } = JSON.parse(
    await readFile(join(PACKAGE, 'package.json'), 'utf8'),
  );
  await writeFile(join(own, 'package.json'), JSON.stringify({ ...manifest, ...publishConfig }));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  return {
    folder,
    async typeCheck(source, { lib = 'es2023' } = {}) {
      await writeFile(join(folder, 'user.ts'), source);
      const compilerOptions = {
        module: 'nodenext',
        target: 'es2023',
        lib: lib.split(','),
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
      };
      const config = { compilerOptions, files: ['user.ts'] };
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
      return run('tsc', ['--project', folder], folder);
    },
    async install(...names) {
      for (const name of names) {
        const link = join(modules, name);
        await mkdir(dirname(link), { recursive: true });
        await symlink(join(PACKAGE, 'node_modules', name), link);
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
