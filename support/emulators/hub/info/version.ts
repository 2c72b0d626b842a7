/** What `cub version` shows of this server, the era that it speaks behind it: not a release of ConfigHub. */
export const VERSION = { number: 'embedded-era', date: '2025-11-01T00:00:00Z' };
