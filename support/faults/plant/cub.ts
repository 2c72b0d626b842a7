import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import type { CubTool } from '../../environment/environment';
import { scratchFolder } from '../../environment/scratch/scratch';
import type { CubAnswer, CubCall } from '../fault';
import type { Incoming } from '../interceptor/serve';
import { servePlain } from '../interceptor/serve';
import type { Between } from './between';
import type { Soil } from './soil';

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

/** An executable for the place of `cub` that runs the real one, and lets faults at what goes in and comes out. */
export async function standInForCub(cub: CubTool, soil: Soil): Promise<Between<'cub'>> {
  const listening = await servePlain(async (request, response) => {
    const handed = JSON.parse(await textOf(request)) as Handed;
    response.end(JSON.stringify(await runAltered(cub, soil.atCub, handed)));
  });
  const folder = scratchFolder();
  const command = join(folder, 'cub');
  writeFileSync(command, standIn(`http://127.0.0.1:${listening.port}`));
  chmodSync(command, 0o755);
  return {
    parts: { cub: { ...cub, command, program: undefined } },
    async stop() {
      await listening.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function runAltered(cub: CubTool, planted: Soil['atCub'], handed: Handed): Promise<CubAnswer> {
  const { env, ...call } = handed;
  const fault = planted?.eyes.awake() ? planted.fault : {};
  const told = (what: string) => planted?.eyes.struck(`cub ${call.args.slice(0, 2).join(' ')}: ${what}`);
  const asked = JSON.stringify(call);
  fault.call?.(call);
  if (asked !== JSON.stringify(call)) told('the command');
  const { exitCode, stdout, stderr } = await execa(cub.command, call.args, {
    env,
    extendEnv: false,
    input: call.input,
    reject: false,
    stripFinalNewline: false,
  });
  const answer = { exitCode: exitCode ?? 1, stdout, stderr };
  const answered = JSON.stringify(answer);
  fault.answer?.(call, answer);
  if (answered !== JSON.stringify(answer)) told('the answer');
  return answer;
}

async function textOf(request: Incoming): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
