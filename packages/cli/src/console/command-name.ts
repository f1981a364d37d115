/** The name of the repository's root package, whose script `ser` starts the command line. */
const REPOSITORY = 'ser';

/**
 * What the user types to start `ser`, for hints that can be copied: as a script of this repository,
 * through npx, or by its name.
 */
export function commandName(env: NodeJS.ProcessEnv = process.env): string {
  const { npm_lifecycle_event: script, npm_package_name: project } = env;
  if (project === REPOSITORY && (script === 'ser' || script === 'train')) {
    return 'npx -y pnpm@12 ser';
  }
  return script === undefined ? 'ser' : 'npx @ser/cli';
}
