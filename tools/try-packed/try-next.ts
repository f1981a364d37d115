import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChromium } from '../browser-testing/src/start-chromium.ts';
import { freePort } from './free-port.ts';
import { EMOTION, hearInPage } from './hear-in-page.ts';
import { tarballsOf } from './install-packed.ts';
import { installProject } from './install-project.ts';
import { runCommand } from './run-command.ts';
import { speechWav } from './speech-wav.ts';
import { microphoneOf } from './try-pages.ts';
import { PACKAGES } from './try-stranger.ts';

const NEXT = { next: '^16.0.0', react: '^19.0.0', 'react-dom': '^19.0.0' };

/**
 * Builds an application of Next.js, starts it, and has a route on the server and a page in Chromium
 * name the emotion in a file; the page hears a microphone, too.
 */
export async function tryNext(project: string, tarballs: string): Promise<void> {
  installProject(project, { ...tarballsOf(tarballs, PACKAGES), ...NEXT });
  cpSync(join(import.meta.dirname, 'next'), project, { recursive: true });
  const voice = join(project, 'voice.wav');
  writeFileSync(voice, speechWav());
  const next = join(project, 'node_modules/next/dist/bin/next');
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  runCommand(process.execPath, [next, 'build'], { cwd: project, env });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const server = spawn(process.execPath, [next, 'start', '-p', String(port)], {
    cwd: project,
    env,
    stdio: 'ignore',
  });
  try {
    const answer = await ask(`${url}emotion`, readFileSync(voice));
    assert.match(answer.label, EMOTION);
    console.log(`A route of Next.js hears a file (${answer.label}).`);
    const browser = await startChromium(microphoneOf(voice));
    if (typeof browser === 'string') {
      console.log(`Not run: the page of Next.js, since no Chromium starts here (${browser}).`);
      return;
    }
    try {
      const heard = await hearInPage(browser, url, voice);
      console.log(`A page of Next.js hears a file (${heard}) and a microphone.`);
    } finally {
      await browser.close();
    }
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

/** How often a server that has not come up yet is asked, each half a second. */
const ATTEMPTS = 120;

async function ask(url: string, body: Uint8Array<ArrayBuffer>): Promise<{ label: string }> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(url, { method: 'POST', body });
      if (!response.ok) throw new Error(`${url} answers ${response.status}`);
      return (await response.json()) as { label: string };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
