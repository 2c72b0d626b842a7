import type { Group } from '../command/spec';
import { flag } from '../command/standard';

export const group: Group = {
  name: 'auth',
  short: 'Authentication commands',
  long: 'The auth subcommands are used to manage authentication',
  scope: 'none',
  leftOut: ['switch'],
  commands: [
    {
      name: 'get-token',
      short: 'Get the current JWT access token',
      arity: { exactly: 0 },
      scope: 'session',
      load: () => (require('./token') as typeof import('./token')).getToken,
    },
    {
      name: 'login',
      use: '[organization]',
      short: 'Log into ConfigHub',
      arity: { atMost: 1 },
      flags: [
        flag.bool(
          'as-worker',
          'authenticate as a worker using CONFIGHUB_WORKER_ID and CONFIGHUB_WORKER_SECRET environment variables',
        ),
      ],
      load: () => (require('./login') as typeof import('./login')).login,
    },
    {
      name: 'status',
      short: 'Show whether and as whom you are logged in',
      arity: { exactly: 0 },
      scope: 'session',
      needs: 'status',
      load: () => (require('./status') as typeof import('./status')).authStatus,
    },
    {
      name: 'test-login',
      use: '<username>',
      short: 'Log into ConfigHub with a test user',
      arity: { exactly: 1 },
      load: () => (require('./test-login') as typeof import('./test-login')).testLogin,
    },
  ],
};
