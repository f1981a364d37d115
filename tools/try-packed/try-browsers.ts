export function tryBrowsers(): void {}
