export type { Browser, Page } from 'playwright-core';
export { bundle } from './bundle.ts';
export { type Site, serve } from './serve.ts';
export { startChromium } from './start-chromium.ts';
