import { describe, expect, it } from 'vitest';
import { parseStep } from './parse-step.ts';

describe('parseStep', () => {
  it.each([
    ['noise:snrDb=20', { kind: 'noise', snrDb: 20 }],
    ['noise:snrDb=5..30,colour=red', { kind: 'noise', snrDb: [5, 30], colour: 'red' }],
    ['gain:db=-20', { kind: 'gain', db: -20 }],
    ['gain:db=-9..-3', { kind: 'gain', db: [-9, -3] }],
    ['middle:seconds=1.5', { kind: 'middle', seconds: 1.5 }],
    ['speed:rate=.9', { kind: 'speed', rate: 0.9 }],
    ['room:rt60=5e-1,drrDb=-1E1..1e1', { kind: 'room', rt60: 0.5, drrDb: [-10, 10] }],
    [
      'bandLimit:sampleRate=8000,lowest=200..400,highest=3400',
      { kind: 'bandLimit', sampleRate: 8000, lowest: [200, 400], highest: 3400 },
    ],
    ['addNoise', { kind: 'addNoise' }],
  ])('reads %s', (text, step) => {
    expect(parseStep(text)).toEqual(step);
  });

  it.each([
    ['', 'kind'],
    ['hum:hz=50', 'kind'],
    ['noise', 'snrDb'],
    ['noise:snrDb=loud', 'snrDb'],
    ['noise:snrDb=20,color=red', 'colo'],
    ['gain:db=1..2..3', 'db'],
    ['gain:db', 'option=value'],
    ['gain:=3', 'option=value'],
    ['noise:kind=gain,db=-3', '`kind` stands before the colon, got kind=gain.'],
    ['noise:snrDb=20,snrDb=10', '`snrDb` is there twice, got snrDb=10.'],
    ['speed:rate=0x1', "'0x1'"],
    ['noise:snrDb=30..10', '`snrDb[1]` must be at least snrDb[0]=30, got 10'],
    ['bandLimit:sampleRate=8000,lowest=400,highest=300', '`highest` must be above lowest=400'],
    ['noise:__proto__=1,snrDb=20', '__proto__'],
  ])('refuses %s, and names what is wrong', (text, named) => {
    expect(() => parseStep(text)).toThrow(named);
  });

  it('refuses a step that cannot follow those before', () => {
    const shift = parseStep('shift');
    expect(parseStep('shift', [parseStep('gain:db=1'), shift])).toEqual(shift);
    expect(() => parseStep('gain:db=1', [shift])).toThrow(/^`kind` must be one of addNoise/);
  });
});
