import { decodeWav } from '@ser/corpus';
import { noise } from '@ser/features';
import { describe, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { toneWav } from '../testing/tone-wav.ts';

const sandbox = sandboxPerTest();
const { bytes, json, list, put, ser, serInterrupted } = sandbox;
const samplesOf = (file: string): number[] => [...decodeWav(bytes(file)).samples];

const HALF = ['--step', 'gain:db=-6.0206', '--out', 'out'];

describe('ser augment', () => {
  it('writes what each step makes of the last one’s', async () => {
    put('a.wav', toneWav(0.5, 300));
    await ser('augment', 'a.wav', '--step', 'bandLimit:sampleRate=8000', ...HALF);
    const { samples, sampleRate } = decodeWav(bytes('out/a.wav'));
    expect(sampleRate).toBe(8000);
    // Half of the tone's loudest, which is half of full scale where it has faded in.
    expect([Math.max(...samples)]).toBeAllclose([0.25], { rtol: 0.02, atol: 0 });
  });

  it('keeps the folders of a folder', async () => {
    for (const name of ['Actor_01/x.wav', 'Actor_02/x.wav']) put(`data/${name}`, toneWav(0.1, 300));
    const { written } = await json<{ written: string[] }>('augment', 'data', ...HALF);
    expect(written).toEqual(['out/Actor_01/x.wav', 'out/Actor_02/x.wav']);
    expect(list('out/Actor_02')).toEqual(['x.wav']);
  });

  it('draws by the seed and the file’s place, and by nothing else', async () => {
    put('data/a.wav', toneWav(0.2, 300));
    put('data/b.wav', toneWav(0.2, 300));
    const noisy = (out: string, ...more: string[]) =>
      ser('augment', 'data', '--step', 'noise:snrDb=10', '--out', out, ...more);
    await noisy('one');
    await noisy('two');
    await noisy('three', '--seed', '1');
    expect(bytes('two/a.wav')).toEqual(bytes('one/a.wav'));
    expect(samplesOf('one/b.wav')).not.toEqual(samplesOf('one/a.wav'));
    expect(samplesOf('three/a.wav')).not.toEqual(samplesOf('one/a.wav'));
  });

  it('adds the noise that is asked for', async () => {
    put('a.wav', toneWav(1, 300));
    await ser('augment', 'a.wav', '--step', 'noise:snrDb=10', '--out', 'out');
    const clean = decodeWav(bytes('a.wav'));
    const energy = (samples: readonly number[]) => samples.reduce((sum, x) => sum + x * x, 0);
    const added = samplesOf('out/a.wav').map((value, i) => value - clean.samples[i]);
    const expected = noise(clean, { random: () => 0.3, snrDb: 10 }).samples;
    const own = [...expected].map((value, i) => value - clean.samples[i]);
    // The noise has exactly the power that its level says, whatever is drawn; 16 bits round it.
    expect([energy(added)]).toBeAllclose([energy(own)], { rtol: 1e-3, atol: 0 });
  });

  it('warns of samples that it cuts', async () => {
    put('a.wav', toneWav(0.2, 300));
    const { stderr, code } = await ser('augment', 'a.wav', '--step', 'gain:db=20', '--out', 'out');
    expect(stderr).toMatch(/warning: a\.wav: \d+ samples beyond full scale are cut/);
    expect(code).toBe(0);
  });

  it('leaves out what it cannot read, and goes on', async () => {
    put('a.wav', 'no sound');
    put('b.wav', toneWav(0.1, 300));
    const { code, stderr } = await ser('augment', 'a.wav', 'b.wav', ...HALF);
    expect(code).toBe(1);
    expect(stderr).toContain('left out a.wav');
    expect(list('out')).toEqual(['b.wav']);
  });

  it('writes over none of its own files', async () => {
    put('a.wav', toneWav(0.1, 300));
    const before = bytes('a.wav');
    const { code, stderr } = await ser('augment', 'a.wav', '--step', 'gain:db=-6', '--out', '.');
    expect(code).toBe(1);
    expect(stderr).toContain('--out must be another folder');
    expect(bytes('a.wav')).toEqual(before);
  });

  it('writes over no other file that is named', async () => {
    put('a/y.wav', toneWav(0.1, 300));
    put('b/y.wav', toneWav(0.1, 500));
    const before = bytes('b/y.wav');
    const step = ['--step', 'gain:db=-20', '--out', 'b'];
    const { code, stderr, stdout } = await ser('augment', 'a', 'b/y.wav', ...step);
    expect(code).toBe(1);
    expect(stderr).toContain('left out a/y.wav: b/y.wav must stay');
    expect(stderr).toContain('left out b/y.wav: b/y.wav must stay');
    expect(stdout).toBe('0 files written to b\n');
    expect(bytes('b/y.wav')).toEqual(before);
  });

  it('does not change its results again', async () => {
    put('a.wav', toneWav(0.1, 300));
    await ser('augment', '.', ...HALF);
    const { stderr, code } = await ser('augment', '.', ...HALF);
    expect(stderr).toContain('1 file in --out out, of an earlier call, is left as it is.');
    expect(code).toBe(0);
    expect(list('out')).toEqual(['a.wav']);
  });

  it('says before any sound is read that --out cannot be', async () => {
    put('a.wav', 'no sound');
    put('file', 'text');
    const { code, stderr } = await ser('augment', 'a.wav', '--step', 'shift', '--out', 'file');
    expect(code).toBe(1);
    expect(stderr).toBe('error: --out file must be a folder, or not be there yet; it is a file\n');
  });

  it('makes no folder for nothing', async () => {
    const { stdout } = await ser('augment', '*.wav', ...HALF);
    expect(stdout).toBe('0 files written to out\n');
    expect(list()).toEqual([]);
  });

  it('stops between two files', async () => {
    for (let i = 0; i < 20; i++) put(`data/${10 + i}.wav`, toneWav(0.1, 300));
    const { code, stderr } = await serInterrupted('changing', 'augment', 'data', ...HALF);
    expect(code).toBe(130);
    const files = list('out');
    expect(files.length).toBeLessThan(20);
    expect(stderr).toContain(`${files.length} files written to out. The same command begins anew.`);
    for (const name of list('out')) expect(samplesOf(`out/${name}`)).toHaveLength(1600);
  });

  it.each([
    [['a.wav', '--out', 'out'], "required option '--step"],
    [['a.wav', '--step', 'gain:db=1'], "required option '--out"],
    [['a.wav', '--step', 'hum', '--out', 'out'], 'kind'],
    [['a.wav', '--step', 'shift', '--step', 'gain:db=1', '--out', 'out'], "got 'gain'"],
    [['--step', 'gain:db=1', '--out', 'out'], "missing required argument 'file'"],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await ser('augment', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
