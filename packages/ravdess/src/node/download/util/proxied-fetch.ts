import { RavdessError } from '../../../ravdess-error.ts';

/** The variables that name a proxy, as curl has them; the first that is set counts. */
const VARIABLES = {
  'http:': ['http_proxy', 'HTTP_PROXY'],
  'https:': ['https_proxy', 'HTTPS_PROXY'],
} as const;

/** `fetch`, and how it reaches the server. */
export interface ProxiedFetch {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The variable that names a proxy and its address, for messages. Default: none. */
  proxy?: string;
  /** Closes the connections. */
  close(): Promise<void>;
}

/**
 * `fetch` that goes through the proxy of the environment variables `HTTPS_PROXY` and `HTTP_PROXY`,
 * but for the hosts of `NO_PROXY`. Node's own does so from version 24 on, and only where it is
 * started with `--use-env-proxy`. So undici does it, and is loaded where a variable is set.
 *
 * @throws {RavdessError} `bad-argument` for a variable that is no address of a proxy.
 */
export async function createProxiedFetch(
  url: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ProxiedFetch> {
  const [names] = Object.entries(VARIABLES).filter(([protocol]) => url.startsWith(protocol));
  const name = names?.[1].find((each) => environment[each]);
  const address = name === undefined ? undefined : environment[name];
  if (name === undefined || address === undefined) return { fetch, close: async () => {} };
  const parsed = URL.canParse(address) ? new URL(address) : undefined;
  if (parsed?.protocol !== 'http:' && parsed?.protocol !== 'https:') {
    // The address itself may hold a password.
    const got = parsed === undefined ? 'another text' : `one that begins with ${parsed.protocol}//`;
    const message =
      `download: the environment variable ${name} must be a proxy's address, ` +
      `such as http://proxy.example:3128, got ${got}`;
    throw new RavdessError('bad-argument', message);
  }
  const { EnvHttpProxyAgent, fetch: fetchWith } = await import('undici');
  const httpProxy = environment.http_proxy || environment.HTTP_PROXY || undefined;
  const httpsProxy = environment.https_proxy || environment.HTTPS_PROXY || undefined;
  const noProxy = environment.no_proxy || environment.NO_PROXY || '';
  const dispatcher = new EnvHttpProxyAgent({ httpProxy, httpsProxy, noProxy });
  return {
    // undici's types are its own, and its values those of the platform.
    fetch: async (to, init) =>
      (await fetchWith(to, { ...(init as object), dispatcher })) as unknown as Response,
    // Without the user and the password.
    proxy: `${name} is ${parsed.protocol}//${parsed.host}`,
    close: () => dispatcher.destroy(),
  };
}
