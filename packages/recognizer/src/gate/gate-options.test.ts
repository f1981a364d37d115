import { describe, expect, it } from 'vitest';
import { RecognizerError } from '../recognizer-error.ts';
import { checkGateOptions } from './gate-options.ts';

const message = (options: object): string => {
  try {
    checkGateOptions('findSpeech', options);
  } catch (error) {
    if (RecognizerError.isInstance(error) && error.code === 'bad-argument') return error.message;
  }
  return 'no error';
};

describe('checkGateOptions', () => {
  it('has the defaults that were chosen on actors 1 to 20', () => {
    expect(checkGateOptions('findSpeech', {})).toEqual({
      positiveSpeechThreshold: 0.6,
      negativeSpeechThreshold: 0.4,
      redemptionMs: 400,
      preSpeechPadMs: 200,
      minSpeechMs: 80,
    });
  });

  it('keeps what is given', () => {
    const options = {
      positiveSpeechThreshold: 0.9,
      negativeSpeechThreshold: 0.1,
      redemptionMs: 0,
      preSpeechPadMs: 1,
      minSpeechMs: 2,
    };
    expect(checkGateOptions('findSpeech', options)).toEqual(options);
  });

  it('lowers the negative threshold with the positive one', () => {
    const { negativeSpeechThreshold } = checkGateOptions('findSpeech', {
      positiveSpeechThreshold: 0.3,
    });
    expect(negativeSpeechThreshold).toBe(0.3);
  });

  it.each([
    [
      { positiveSpeechThreshold: 1.1 },
      '`positiveSpeechThreshold` must be a number in [0, 1], got 1.1',
    ],
    [
      { positiveSpeechThreshold: -0.1 },
      '`positiveSpeechThreshold` must be a number in [0, 1], got -0.1',
    ],
    [
      { positiveSpeechThreshold: Number.NaN },
      '`positiveSpeechThreshold` must be a number in [0, 1], got NaN',
    ],
    [
      { negativeSpeechThreshold: 0.7 },
      '`negativeSpeechThreshold` must be a number in [0, positiveSpeechThreshold=0.6], got 0.7',
    ],
    [{ redemptionMs: -1 }, '`redemptionMs` must be a number in [0, 3600000], got -1'],
    [
      { preSpeechPadMs: '9' },
      '`preSpeechPadMs` must be a number in [0, 3600000], got a value of type string',
    ],
    [
      { minSpeechMs: Number.POSITIVE_INFINITY },
      '`minSpeechMs` must be a number in [0, 3600000], got Infinity',
    ],
    [
      { minSpeechMS: 9 },
      '`options` must hold none but positiveSpeechThreshold, negativeSpeechThreshold, redemptionMs, preSpeechPadMs, minSpeechMs, got minSpeechMS (did you mean `minSpeechMs`?)',
    ],
  ])('refuses %o', (options, complaint) => {
    expect(message(options)).toBe(`findSpeech: ${complaint}`);
  });

  it('says where the options stand', () => {
    expect(() => checkGateOptions('recognize', [] as never, 'speech')).toThrow(
      'recognize: `speech` must be an object',
    );
  });

  it('refuses what is no object', () => {
    expect(message([])).toBe('findSpeech: `options` must be an object, got an array');
  });
});
