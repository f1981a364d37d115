import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { type DrivenPage, until } from './driven-page.ts';

/**
 * Opens a page in WebKitGTK by its WebDriver, as Debian's and Ubuntu's `webkit2gtk-driver` have them.
 * It needs a display, such as that of `xvfb-run`.
 */
export async function openWebkit(url: string, port: number): Promise<DrivenPage> {
  const [binary] = globSync('/usr/lib/*/webkit2gtk-4*/MiniBrowser');
  const driver = spawn('WebKitWebDriver', ['-p', String(port), '--host=127.0.0.1'], {
    stdio: 'ignore',
    // Containers allow no sandbox. The page is our own.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`WebKit: ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const alwaysMatch = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  const { sessionId } = (await until('WebKit', () =>
    send('POST', '/session', { capabilities: { alwaysMatch } }),
  )) as { sessionId: string };
  const session = `/session/${sessionId}`;
  await send('POST', `${session}/url`, { url });
  return {
    evaluate: (expression) =>
      send('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
    async close() {
      await send('DELETE', session);
      driver.kill();
      await once(driver, 'exit');
    },
  };
}
