import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DrivenPage, until } from './driven-page.ts';

interface Answer {
  id?: number;
  type: 'success' | 'error' | 'event';
  result: Record<string, unknown>;
  message?: string;
}

/**
 * Opens a page in the machine's Firefox by WebDriver BiDi, which it speaks itself: no driver and no
 * build of its own are needed.
 *
 * @param command the path or the name of Firefox
 */
export async function openFirefox(command: string, url: string, port: number): Promise<DrivenPage> {
  const profile = mkdtempSync(join(tmpdir(), 'ser-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile];
  const firefox = spawn(command, [...args, '--remote-debugging-port', String(port)], {
    stdio: 'ignore',
  });
  const exited = once(firefox, 'exit');
  const address = `ws://127.0.0.1:${port}/session`;
  const socket = await until('Firefox', async () => {
    const opened = new WebSocket(address);
    await new Promise((resolve, reject) => {
      opened.addEventListener('open', resolve, { once: true });
      opened.addEventListener('error', reject, { once: true });
    });
    return opened;
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const send = async (method: string, params: object): Promise<Record<string, unknown>> => {
    const id = ++last;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (answer.type === 'error') throw new Error(`Firefox: ${method}: ${answer.message}`);
    return answer.result;
  };
  await send('session.new', { capabilities: {} });
  const { contexts } = (await send('browsingContext.getTree', {})) as {
    contexts: { context: string }[];
  };
  const [{ context }] = contexts;
  await send('browsingContext.navigate', { context, url, wait: 'complete' });
  return {
    async evaluate(expression) {
      const { result } = await send('script.evaluate', {
        // Values come as JSON, since BiDi describes each object's parts by their types.
        expression: `JSON.stringify(${expression})`,
        target: { context },
        awaitPromise: true,
      });
      const { value } = result as { value?: string };
      return value === undefined ? undefined : JSON.parse(value);
    },
    async close() {
      await send('browser.close', {});
      await exited;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
