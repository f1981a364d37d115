import { afterEach, expect, test, vi } from 'vitest';
import { pythonPeer } from './python-peer.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('without Python every row says so', async () => {
  vi.stubEnv('PYTHON', '/nowhere/python');
  const python = pythonPeer('frames');
  await expect(python.side('stft')(1)).rejects.toThrow('/nowhere/python ENOENT');
  await expect(python.side('mfcc')(1)).rejects.toThrow('/nowhere/python ENOENT');
  expect(await python.versions()).toEqual({});
  python.close();
});

test('a program that ends without an answer gives its last words', async () => {
  vi.stubEnv('PYTHON', process.execPath);
  const python = pythonPeer('frames');
  await expect(python.side('stft')(1)).rejects.toThrow(/Node\.js v/);
  python.close();
});
