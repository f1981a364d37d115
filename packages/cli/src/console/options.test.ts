import { describe, expect, it } from 'vitest';
import { address, allOr, fraction, positiveSeconds, seconds, whole } from './options.ts';

describe('whole', () => {
  it.each(['1', '64', '007'])('reads %s', (text) => {
    expect(whole(1, 64)(text)).toBe(Number(text));
  });

  it('goes up to the largest seed', () => {
    expect(whole(0)('2147483647')).toBe(2147483647);
    expect(() => whole(0)('2147483648')).toThrow('a whole number from 0 to 2147483647');
  });

  it('reads a number in its range', () => {
    expect(whole(1, 64)('64')).toBe(64);
  });

  it.each(['0', '65', '1.5', '-1', '1e3', '', 'one'])('refuses "%s"', (text) => {
    expect(() => whole(1, 64)(text)).toThrow('It must be a whole number from 1 to 64');
  });
});

describe('allOr', () => {
  it('reads all, and what the other reads', () => {
    expect(['all', '5'].map(allOr(whole(1)))).toEqual(['all', 5]);
  });

  it('says both where it refuses', () => {
    expect(() => allOr(whole(1, 9))('ten')).toThrow(
      'It must be `all`, or a whole number from 1 to 9.',
    );
  });

  it('hides no other error', () => {
    const fail = (): never => {
      throw new TypeError('odd');
    };
    expect(() => allOr(fail)('x')).toThrow(TypeError);
  });
});

describe('seconds', () => {
  it.each([
    ['0', 0],
    ['2.5', 2.5],
    ['.5', 0.5],
    ['5.', 5],
    ['+1', 1],
    ['1e-3', 0.001],
    ['1E2', 100],
    ['-0', -0],
  ])('reads %s', (text, value) => {
    expect(seconds(text)).toBe(value);
  });

  it.each(['-1', '', ' ', 'long', 'Infinity', '0x10', '0.001x', '1 000', '1,5', '1e999'])(
    'refuses "%s"',
    (text) => {
      expect(() => seconds(text)).toThrow('It must be a number of seconds ≥ 0');
    },
  );
});

describe('positiveSeconds', () => {
  it.each([
    ['2.5', 2.5],
    ['0.001', 0.001],
  ])('reads %s', (text, value) => {
    expect(positiveSeconds(text)).toBe(value);
  });

  it('refuses 0', () => {
    expect(() => positiveSeconds('0')).toThrow('It must be a number of seconds > 0');
  });
});

describe('fraction', () => {
  it('reads a number between 0 and 1', () => {
    expect(fraction('0.0001')).toBe(0.0001);
  });

  it.each(['0', '1', '-0.5', 'half', '0.001x', '.'])('refuses "%s"', (text) => {
    expect(() => fraction(text)).toThrow('It must be a number between 0 and 1');
  });
});

describe('address', () => {
  it('reads an address on the web', () => {
    expect(address('https://example.org/data')).toBe('https://example.org/data');
  });

  it.each(['http://localhost:8080', 'HTTPS://EXAMPLE.ORG'])('reads %s', (text) => {
    expect(address(text)).toBe(text);
  });

  it.each(['http://', 'example.org', 'ftp://example.org', ''])('refuses "%s"', (text) => {
    expect(() => address(text)).toThrow('It must begin with http:// or https://');
  });
});
