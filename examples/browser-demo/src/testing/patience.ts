import { PAGE_TIMEOUT } from '@ser/browser-testing';

/** For `expect.poll`: on a busy machine a second is short. */
export const PATIENCE: { timeout: number } = { timeout: PAGE_TIMEOUT };
