import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CalmVoice } from './calm-voice.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says the first text at once', () => {
  const said: string[] = [];
  new CalmVoice((text) => said.push(text), 6).say('sad');
  expect(said).toEqual(['sad']);
});

it('says the newest of those that came meanwhile, once it was quiet for a while', () => {
  const said: string[] = [];
  const voice = new CalmVoice((text) => said.push(text), 6);
  for (const text of ['sad', 'calm', 'happy']) voice.say(text);
  vi.advanceTimersByTime(5999);
  expect(said).toEqual(['sad']);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(['sad', 'happy']);
});

it('says a text at once where it was quiet', () => {
  const said: string[] = [];
  const voice = new CalmVoice((text) => said.push(text), 6);
  voice.say('sad');
  vi.advanceTimersByTime(6000);
  voice.say('calm');
  expect(said).toEqual(['sad', 'calm']);
});

it('says nothing more once it is stopped, and leaves no timer', () => {
  const said: string[] = [];
  const voice = new CalmVoice((text) => said.push(text), 6);
  voice.say('sad');
  voice.say('calm');
  voice.stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(['sad']);
});
