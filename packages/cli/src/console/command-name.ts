/**
 * What the user typed to start `ser`, for hints that can be copied: as a script of the repository,
 * through npx, or by its name.
 */
export function commandName(env: NodeJS.ProcessEnv = process.env): string {
  const script = env.npm_lifecycle_event;
  if (script === 'ser' || script === 'train') return 'npx -y pnpm@12 ser';
  return script === 'npx' ? 'npx ser' : 'ser';
}
