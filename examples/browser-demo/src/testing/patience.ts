/** For `expect.poll`: on a busy machine a second is short, and the test's own limit ends what hangs. */
export const PATIENCE: { timeout: number } = { timeout: 500_000 };
