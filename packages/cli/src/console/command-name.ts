import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The name of the repository's root package, whose script `ser` starts the command line. */
const REPOSITORY = 'ser';
/** What stands in the path of a program that `npx` has fetched. */
const FETCHED_BY_NPX = /[\\/]_npx[\\/]/;
/** The same of `pnpm dlx`. */
const FETCHED_BY_DLX = /[\\/]dlx[\\/-]/;

/**
 * What the user types to start `ser`, for hints that can be copied: as a script of this repository,
 * through a package manager, or by its name.
 *
 * @param env as package managers leave it. Default: this process'.
 * @param main the file that was started. Default: this process'.
 */
export function commandName(
  env: NodeJS.ProcessEnv = process.env,
  main: string = process.argv[1] ?? '',
): string {
  const manager = managerName(env);
  if (isRepositoryScript(env)) {
    if (manager === 'npm') return 'npm run ser --';
    return isBelowAnotherPackage(env) ? `${manager} -w ser` : `${manager} ser`;
  }
  if (FETCHED_BY_NPX.test(main)) return 'npx @ser/cli';
  if (FETCHED_BY_DLX.test(main)) return `${manager} dlx @ser/cli`;
  if (env.npm_lifecycle_event === undefined) return 'ser';
  return manager === 'npm' ? 'npx ser' : `${manager} exec ser`;
}

/**
 * The folder that the user stands in, where a script of this repository was started in another:
 * package managers run scripts in the package's own folder, and paths are the user's.
 *
 * @param env as package managers leave it. Default: this process'.
 */
export function userFolder(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { INIT_CWD: folder } = env;
  return folder !== undefined && isRepositoryScript(env) && existsSync(folder) ? folder : undefined;
}

function isRepositoryScript(env: NodeJS.ProcessEnv): boolean {
  const { npm_lifecycle_event: script, npm_package_name: project } = env;
  return project === REPOSITORY && (script === 'ser' || script === 'train');
}

/** The package manager as the user calls it. */
function managerName({
  npm_config_user_agent: agent = '',
  npm_execpath: manager = '',
}: NodeJS.ProcessEnv): string {
  const [, name = 'npm', major] = /^(\w+)\/(\d+)/.exec(agent) ?? [];
  return name !== 'npm' && FETCHED_BY_NPX.test(manager) ? `npx -y ${name}@${major}` : name;
}

/** Whether the user stands in another package of the repository, where its script is not found. */
function isBelowAnotherPackage({
  INIT_CWD: start = '',
  npm_package_json: own = '',
}: NodeJS.ProcessEnv): boolean {
  for (let folder = start; folder.length > dirname(own).length; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return true;
  }
  return false;
}
