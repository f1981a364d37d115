import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commandName, userFolder } from './command-name.ts';

// As npm 11 and pnpm 12 leave the environment; measured.
const NPX_CACHE = '/home/ann/.npm/_npx/0123456789abcdef/node_modules';
const npm = {
  npm_config_user_agent: 'npm/11.19.1 node/v20.20.2 linux x64 workspaces/false',
  npm_execpath: '/usr/lib/node_modules/npm/bin/npm-cli.js',
};
const pnpm = {
  npm_config_user_agent: 'pnpm/12.21.0 npm/? node/? linux x64',
  npm_execpath: '/usr/lib/node_modules/pnpm/bin/pnpm.cjs',
};
const npxPnpm = { ...pnpm, npm_execpath: `${NPX_CACHE}/pnpm/pnpm` };
const script = (name: string, project = 'ser') => ({
  npm_lifecycle_event: name,
  npm_package_name: project,
  npm_package_json: '/home/me/ser/package.json',
  INIT_CWD: '/home/me/ser',
});
const npx = { npm_lifecycle_event: 'npx', npm_package_name: 'mine' };
const LOCAL = '/home/me/mine/node_modules/.bin/ser';

describe('commandName', () => {
  it.each([
    ['npx -y pnpm@12 ser', { ...npxPnpm, ...script('ser') }, 'main.ts'],
    ['npx -y pnpm@12 ser', { ...npxPnpm, ...script('train') }, 'main.ts'],
    ['pnpm ser', { ...pnpm, ...script('ser') }, 'main.ts'],
    ['npm run ser --', { ...npm, ...script('ser') }, 'main.ts'],
    ['npx @ser/cli', { ...npm, ...npx }, `${NPX_CACHE}/.bin/ser`],
    ['npx ser', { ...npm, ...npx }, LOCAL],
    ['npx ser', { ...npm, ...script('train', 'mine') }, LOCAL],
    ['pnpm exec ser', { ...pnpm, ...npx }, LOCAL],
    ['npx -y pnpm@12 exec ser', { ...npxPnpm, ...npx }, LOCAL],
    [
      'pnpm dlx @ser/cli',
      { ...pnpm, ...npx },
      '/home/ann/.cache/pnpm/dlx/a1/node_modules/.bin/ser',
    ],
    ['ser', {}, LOCAL],
  ])('is %s', (name, env, main) => {
    expect(commandName(env, main)).toBe(name);
  });

  it('names the workspace to who stands in another package', () => {
    const root = mkdtempSync(join(tmpdir(), 'ser-name-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    writeFileSync(join(root, 'package.json'), '{}');
    const own = { npm_package_json: join(tmpdir(), 'package.json'), INIT_CWD: root };
    expect(commandName({ ...pnpm, ...script('ser'), ...own }, 'main.ts')).toBe('pnpm -w ser');
  });
});

describe('userFolder', () => {
  it('is where a script of the repository was called', () => {
    expect(userFolder({ ...script('ser'), INIT_CWD: tmpdir() })).toBe(tmpdir());
  });

  it.each([
    ['another project’s script, whose paths are its own', script('train', 'mine')],
    ['another script', script('test')],
    ['no script', {}],
    ['a folder that is gone', { ...script('ser'), INIT_CWD: '/nowhere/at/all' }],
  ])('stays for %s', (_, env) => {
    expect(userFolder({ INIT_CWD: tmpdir(), ...env, ...(!('INIT_CWD' in env) && {}) })).toBe(
      undefined,
    );
  });
});
