import { describe, expect, it } from 'vitest';
import { sharedSandbox } from '../testing/sandbox.ts';
import { toneWav } from '../testing/tone-wav.ts';
import { readSound } from './read-sound.ts';

const sandbox = sharedSandbox();
const read = (file: string) => readSound(`${sandbox.folder}/${file}`, () => {});

describe('readSound', () => {
  it('decodes a file', async () => {
    sandbox.put('tone.wav', toneWav(0.5, 440));
    expect(await read('tone.wav')).toMatchObject({ sampleRate: 16_000 });
  });

  it('says what to do with a folder', async () => {
    await expect(read('.')).rejects.toThrow('got a folder; name the files in it');
  });

  it('names what is no sound', async () => {
    sandbox.put('text.wav', 'not a sound');
    await expect(read('text.wav')).rejects.toThrow('text.wav must be a WAV, FLAC');
  });
});
