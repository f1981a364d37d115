import { expect, it } from 'vitest';
import { loadDecoder } from './load-decoder.ts';

it('says how to get the package where it is not installed', async () => {
  const cause = Object.assign(new Error("Cannot find package 'audio-decode'"), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
  await expect(loadDecoder('mp3', 'a.mp3', () => Promise.reject(cause))).rejects.toMatchObject({
    name: 'CorpusError',
    code: 'missing-decoder',
    file: 'a.mp3',
    cause,
    message:
      'decodeAudio: a.mp3 must be a WAV file where the package audio-decode is not installed, ' +
      'got another sound (`npm install audio-decode`, or convert the file)',
  });
});
