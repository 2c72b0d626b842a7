/**
 * The base URL of the hub's worker port: scheme and host of the hub's URL with the worker port, its own port and
 * path left out.
 *
 * @throws Error when the URL is none, or neither http nor https
 */
export function workerBaseUrl(hubUrl: string, workerPort: number): string {
  const url = URL.canParse(hubUrl) ? new URL(hubUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`CONFIGHUB_URL must be an http or https URL, not "${hubUrl}"`);
  return `${url.protocol}//${url.hostname}:${workerPort}`;
}
