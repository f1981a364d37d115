import { expect, it } from 'vitest';
import { hertz, whyWords } from './why-words.ts';

const part = (start: number, score: number) => ({ start, end: start + 1, score });

it('names the time and the band without which the score is lowest', () => {
  const words = whyWords({
    label: 'sad',
    score: 0.9,
    times: [part(0, 0.8), part(1, 0.3), part(2, 0.95)],
    bands: [part(50, 0.6), part(2100, 0.7)],
  });
  expect(words.replaceAll('\u00a0', ' ')).toBe(
    'Heard at one speed, sad has 90 %. Without 0:01.0 to 0:02.0 it has 30 %; ' +
      'without 50 Hz to 51 Hz, 60 %.',
  );
});

it('says that no part decides', () => {
  const same = [part(0, 0.89), part(1, 0.95)];
  expect(whyWords({ label: 'sad', score: 0.9, times: same, bands: same })).toContain(
    'No single part decides',
  );
});

it('writes hertz as people do', () => {
  expect([hertz(329.6), hertz(2100)]).toEqual(['330\u00a0Hz', '2.1\u00a0kHz']);
});
