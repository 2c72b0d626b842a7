import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure';
import { configDirectory, NO_SESSION } from '../home/session';
import type { Invocation } from '../invocation';
import { logIn, setCurrentSpace } from './current-space';

/** `cub auth test-login`: logs in with name and password from ~/.confighub/testusers.csv. */
export async function testLogin(invocation: Invocation): Promise<void> {
  const name = invocation.args[0] as string;
  const password = readTestUsers(invocation.host.env).get(name);
  if (password === undefined)
    throw new Failure(`no entry found for username ${name} in ~/.confighub/testusers.csv`);
  const session = {
    ...NO_SESSION,
    user: { id: '', email: name },
    auth_type: 'Basic',
    basic_auth_password: password,
  };
  const loggedIn = logIn(invocation, session);
  try {
    await setCurrentSpace(loggedIn);
  } finally {
    loggedIn.hub.close();
  }
}

function readTestUsers(env: NodeJS.ProcessEnv): Map<string, string> {
  const path = join(configDirectory(env), 'testusers.csv');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Failure(`open ${path}: no such file or directory`);
  }
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [user, password] = line.split(',').map((field) => field.replace(/^"(.*)"$/, '$1'));
      if (user === undefined || password === undefined) throw new Failure(`invalid record format: [${line}]`);
      return [user, password];
    }),
  );
}
