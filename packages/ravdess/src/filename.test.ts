import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFilename, parseFilename } from './filename.ts';
import { RavdessError } from './ravdess-error.ts';

const two = (code: number): string => String(code).padStart(2, '0');
const nameOf = (codes: number[]): string => `${codes.map(two).join('-')}.wav`;

describe('parseFilename', () => {
  it('reads every field', () => {
    expect(parseFilename('03-01-06-01-02-01-12.wav')).toEqual({
      modality: 'audio-only',
      vocalChannel: 'speech',
      emotion: 'fearful',
      intensity: 'normal',
      statement: 2,
      repetition: 1,
      actor: 12,
      gender: 'female',
    });
  });

  it.each(['Actor_01/', '/data/Audio_Song_Actors_01-24/Actor_01/', 'C:\\ravdess\\', './'])(
    'takes the last part of a path: %s',
    (folder) => {
      expect(parseFilename(`${folder}03-02-02-02-01-02-01.wav`)).toMatchObject({
        vocalChannel: 'song',
        emotion: 'calm',
        intensity: 'strong',
        repetition: 2,
        gender: 'male',
      });
    },
  );

  it.each([
    ['', 'must be like'],
    ['03-01-06-01-02-01-12', 'must be like'],
    ['03-01-06-01-02-01-12.mp4', 'must be like'],
    ['03-01-06-01-02-12.wav', 'must be like'],
    ['03-01-06-01-02-01-12 (1).wav', 'must be like'],
    ['x03-01-06-01-02-01-12.wav', 'must be like'],
    ['03-01-06-01-02-01-12.wav/', 'must be like'],
    ['03-01-09-01-02-01-12.wav', 'emotion in `name` must be 01 to 08, got 09'],
    ['03-01-06-01-02-01-25.wav', 'actor in `name` must be 01 to 24, got 25'],
    ['00-01-06-01-02-01-12.wav', 'modality in `name` must be 01 to 03, got 00'],
  ])('refuses %j', (name, message) => {
    expect(() => parseFilename(name)).toThrow(
      expect.objectContaining({
        code: 'bad-filename',
        file: name,
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each([
    ['1001_DFA_ANG_XX.wav', 'CREMA-D'],
    ['1091_WSI_SAD_HI.wav', 'CREMA-D'],
    ['03a01Fa.wav', 'EMO-DB'],
    ['OAF_back_angry.wav', 'TESS'],
    ['YAF_youth_ps.wav', 'TESS'],
    ['OA_bite_neutral.wav', 'TESS'],
    ['a01.wav', 'SAVEE'],
    ['DC_sa15.wav', 'SAVEE'],
    ['SM1_F1_A01.wav', 'URDU'],
    ['Ses01F_impro01_F000.wav', 'IEMOCAP'],
    ['dia0_utt0.wav', 'MELD'],
    ['0011_000001.wav', 'ESD'],
    ['dis-f1-b1.wav', 'EMOVO'],
  ])('says whose name %s is', (name, scheme) => {
    expect(() => parseFilename(`data/${name}`)).toThrow(`which is a name of ${scheme} (read it`);
  });

  it.each(['me.wav', 'voice_01.wav', '03-01-06-01-02-12.wav', 'Recording (3).wav'])(
    'says nothing of the kind of %s',
    (name) => {
      expect(() => parseFilename(name)).toThrow(/got "[^"]*"$/);
    },
  );

  it("says how to take the sound out of RAVDESS' videos", () => {
    expect(() => parseFilename('01-01-06-01-02-01-12.mp4')).toThrow('ffmpeg -i in.mp4 out.wav');
  });

  it.each([undefined, null, 5])('refuses %j, which is no name', (name) => {
    expect(() => parseFilename(name as never)).toThrow(
      expect.objectContaining({ name: 'RavdessError', code: 'bad-filename' }),
    );
  });
});

describe('formatFilename', () => {
  it('is the inverse of parseFilename for every combination of codes', () => {
    const code = (max: number) => fc.integer({ min: 1, max });
    fc.assert(
      fc.property(
        fc.tuple(code(3), code(2), code(8), code(2), code(2), code(2), code(24)),
        (codes) => formatFilename(parseFilename(nameOf(codes))) === nameOf(codes),
      ),
    );
  });

  it('refuses what RAVDESS has no code for', () => {
    const info = parseFilename('03-01-06-01-02-01-12.wav');
    for (const actor of [0, 25, 1.5, Number.NaN]) {
      expect(() => formatFilename({ ...info, actor })).toThrow(RavdessError);
    }
    expect(() => formatFilename({ ...info, emotion: 'bored' as 'sad' })).toThrow(
      expect.objectContaining({ code: 'bad-info', message: expect.stringContaining('emotion') }),
    );
  });
});
