import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import type { CubTool, Environment } from '../../environment/environment';
import { scratchFolder } from '../../environment/scratch/scratch';
import type { CubAnswer, CubCall, CubFault } from '../fault';
import type { Incoming } from '../interceptor/serve';
import { servePlain } from '../interceptor/serve';
import type { Planted } from './planted';
import type { Eyes } from './strikes';

/** What the executable that stands in for `cub` hands over. */
interface Handed extends CubCall {
  env: Record<string, string>;
}

/** Stands in for `cub`: hands its command line over, and ends as it is told. */
const standIn = (url: string): string => `#!/usr/bin/env node
const { request } = require('node:http');
const input = [];
process.stdin.on('data', (part) => input.push(part)).on('end', () => {
  const body = { args: process.argv.slice(2), input: Buffer.concat(input).toString(), env: process.env };
  request(${JSON.stringify(url)}, { method: 'POST' }, async (response) => {
    const parts = [];
    for await (const part of response) parts.push(part);
    const { exitCode, stdout, stderr } = JSON.parse(Buffer.concat(parts).toString());
    process.stderr.write(stderr);
    process.stdout.write(stdout);
    process.exitCode = exitCode;
  }).end(JSON.stringify(body));
});
`;

/** Puts an executable in the place of `cub` that runs the real one and lets a fault at what goes in and comes out. */
export async function plantInCub({ cub }: Environment, fault: CubFault, eyes: Eyes): Promise<Planted> {
  const listening = await servePlain(async (request, response) => {
    const handed = JSON.parse(await textOf(request)) as Handed;
    response.end(JSON.stringify(await runAltered(cub, fault, eyes, handed)));
  });
  const folder = scratchFolder();
  const command = join(folder, 'cub');
  writeFileSync(command, standIn(`http://127.0.0.1:${listening.port}`));
  chmodSync(command, 0o755);
  return {
    parts: { cub: { ...cub, command } },
    async stop() {
      await listening.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function runAltered(cub: CubTool, fault: CubFault, eyes: Eyes, handed: Handed): Promise<CubAnswer> {
  const { env, ...call } = handed;
  const asked = JSON.stringify(call);
  if (eyes.awake()) fault.call?.(call);
  if (asked !== JSON.stringify(call)) eyes.struck(`cub ${call.args.slice(0, 2).join(' ')}: the command`);
  const { exitCode, stdout, stderr } = await execa(cub.command, call.args, {
    env,
    extendEnv: false,
    input: call.input,
    reject: false,
    stripFinalNewline: false,
  });
  const answer = { exitCode: exitCode ?? 1, stdout, stderr };
  const answered = JSON.stringify(answer);
  if (eyes.awake()) fault.answer?.(call, answer);
  if (answered !== JSON.stringify(answer)) eyes.struck(`cub ${call.args.slice(0, 2).join(' ')}: the answer`);
  return answer;
}

async function textOf(request: Incoming): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
