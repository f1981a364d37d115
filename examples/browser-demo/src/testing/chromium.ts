import { startChromium } from '@ser/browser-testing';
import type { Browser } from 'playwright-core';
import { type VoiceFile, voiceFile } from './voice-file.ts';

/** A name of this machine that browsers do not take for secure. */
export const INSECURE = 'insecure.test';

/** What the fake microphone plays. */
export const voice: VoiceFile = await voiceFile();

/**
 * One Chromium for all test files of a process, which share their modules, or the reason why none
 * starts. It ends with the process.
 */
export const browser: Browser | string = await startChromium([
  ...voice.args,
  `--host-resolver-rules=MAP ${INSECURE} 127.0.0.1`,
]);
