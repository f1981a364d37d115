import { describe, expect, it } from 'vitest';
import type { Audio } from '../audio/audio.ts';
import { hiss, hum, inARow, mixed, silence, syllables } from '../testing/sounds.ts';
import { hasSpeech } from './has-speech.ts';

/** A keyboard in a quiet room: 5 ms of decaying noise, eight times a second. */
function keyboard(): Audio {
  const { samples, sampleRate } = hiss({ rms: 0.2 });
  const period = sampleRate / 8;
  const typed = samples.map((value, i) => value * Math.exp(-(i % period) / (0.005 * sampleRate)));
  return mixed({ samples: typed, sampleRate }, hiss({ rms: 0.0001 }, 'red'));
}

/** Random bits in the last place of 16-bit samples. */
function dither(): Audio {
  const { samples, sampleRate } = hiss({ rms: 0.8 });
  return { samples: samples.map((value) => Math.round(value) / 32768), sampleRate };
}

describe('hasSpeech', () => {
  it.each([
    ['as recorded', syllables()],
    ['20 dB quieter', syllables({ rms: 0.005 })],
    ['60 dB quieter', syllables({ rms: 0.00005 })],
    ['clipped in part', { ...syllables(), samples: syllables().samples.map((v) => v * 20) }],
    ['at 8 kHz', syllables({ sampleRate: 8000 })],
    ['at 11.025 kHz', syllables({ sampleRate: 11_025 })],
    ['at 22.05 kHz', syllables({ sampleRate: 22_050 })],
    ['at 44.1 kHz', syllables({ sampleRate: 44_100 })],
    ['at 96 kHz', syllables({ sampleRate: 96_000 })],
    ['in white noise 10 dB below', mixed(syllables(), hiss({ rms: 0.016 }))],
    ['in red noise 10 dB below', mixed(syllables(), hiss({ rms: 0.016 }, 'red'))],
    ['with a hum', mixed(syllables(), hum({ rms: 0.01 }))],
    ['on an offset', { ...syllables(), samples: syllables().samples.map((v) => v + 0.3) }],
    ['of 0.3 s', syllables({ seconds: 0.3 })],
    ['0.5 s in a minute', inARow(silence({ seconds: 60 }), syllables({ seconds: 0.5 }))],
  ])('hears a voice %s', (_name, audio) => {
    expect(hasSpeech(audio)).toBe(true);
  });

  it.each([
    ['digital silence', silence()],
    ['dither', dither()],
    ['silence, then dither', inARow(silence(), dither())],
    ['an offset', { ...silence(), samples: silence().samples.fill(0.1) }],
    ['white noise', hiss()],
    ['red noise', hiss({}, 'red')],
    ['loud white noise', hiss({ rms: 0.3 })],
    ['noise that begins', inARow(silence(), hiss())],
    ['hum', hum()],
    ['a keyboard', keyboard()],
    ['noise at 8 kHz', hiss({ sampleRate: 8000 })],
    ['one sample', { samples: Float32Array.of(0.5), sampleRate: 48_000 }],
  ])('hears none in %s', (_name, audio) => {
    expect(hasSpeech(audio)).toBe(false);
  });

  it('hears it in doubles as in floats', () => {
    const { samples, sampleRate } = syllables();
    expect(hasSpeech({ samples: Float64Array.from(samples), sampleRate })).toBe(true);
  });

  it('takes the options of findSpeech', () => {
    expect(hasSpeech(syllables(), { minSpeechMs: 5000 })).toBe(false);
  });

  it('names itself in an error', () => {
    const audio = { samples: new Float32Array(0), sampleRate: 48_000 };
    expect(() => hasSpeech(audio)).toThrow('hasSpeech: `audio` must hold samples, got none');
  });
});
