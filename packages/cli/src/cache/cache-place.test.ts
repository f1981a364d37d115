import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cachePlace } from './cache-place.ts';

const home = join('/', 'home', 'ann');

it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
  ['linux', {}, join(home, '.cache', 'ser')],
  ['linux', { XDG_CACHE_HOME: '/scratch' }, join('/scratch', 'ser')],
  ['linux', { XDG_CACHE_HOME: 'scratch' }, join(home, '.cache', 'ser')],
  ['linux', { XDG_CACHE_HOME: '' }, join(home, '.cache', 'ser')],
  ['darwin', { XDG_CACHE_HOME: '/scratch' }, join(home, 'Library', 'Caches', 'ser')],
  ['win32', { LOCALAPPDATA: 'local' }, join('local', 'ser', 'cache')],
  ['win32', {}, join(home, 'AppData', 'Local', 'ser', 'cache')],
  ['linux', { SER_CACHE: 'mine', XDG_CACHE_HOME: '/scratch' }, 'mine'],
  ['win32', { SER_CACHE: 'mine' }, 'mine'],
  ['linux', { SER_CACHE: '' }, join(home, '.cache', 'ser')],
])('on %s with %j', (platform, env, expected) => {
  expect(cachePlace({ platform, env, home })).toBe(expected);
});
