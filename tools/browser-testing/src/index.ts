export type { Browser, Page } from 'playwright-core';
export { bundle } from './bundle.ts';
export { needsChromium } from './needs-chromium.ts';
export { type Site, serve } from './serve.ts';
export { PAGE_TIMEOUT, startChromium } from './start-chromium.ts';
