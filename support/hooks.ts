import {
  After,
  AfterAll,
  Before,
  BeforeAll,
  type ITestCaseHookParameter,
  Status,
  setDefaultTimeout,
  setParallelCanAssign,
} from '@cucumber/cucumber';
import { diagnose } from './scenario/diagnose';
import { reasonToSkip } from './scenario/needs';
import { removeOwn, stays, withOwnNames } from './scenario/own-names';
import { facing, openSession, type Session } from './scenario/session';
import { mayBegin } from './scenario/turns';
import type { TutorialWorld } from './world';

// Longer than anything waits by itself, which tells what it waited for.
setDefaultTimeout(400_000);
setParallelCanAssign(mayBegin);

let session: Session;
let scenarios = 0;

// The process that shares the scenarios out may be killed; this one must not go on by itself then.
process.once('disconnect', () => process.exit(1));

BeforeAll(async () => {
  session = await openSession(process.env);
});

Before(async function (this: TutorialWorld, { pickle }: ITestCaseHookParameter) {
  const { hub, cub, cluster } = session.environment;
  scenarios += 1;
  const tags = pickle.tags.map(({ name }) => name);
  this.open(
    await withOwnNames(facing(session, pickle.name), process.env.CUCUMBER_WORKER_ID ?? '0', scenarios),
    pickle.steps.map(({ text }) => text),
    tags,
  );
  this.record('environment', {
    hub,
    cub: { ...cub, env: undefined, program: undefined },
    cluster: { ...cluster, kubeconfig: undefined },
  });
  const reason = reasonToSkip(tags, session);
  if (!reason) return undefined;
  this.record('skip', { reason });
  return 'skipped';
});

After(async function (this: TutorialWorld, { result }: ITestCaseHookParameter) {
  const failed = result?.status === Status.FAILED;
  if (failed) {
    for (const { title, text } of await diagnose(this.tutorial, result?.message)) {
      this.record('state', { title, text: session.redactor.redact(text) });
    }
  }
  if (result?.status !== Status.SKIPPED) await this.takeSnapshot('after');
  await session.workers.stopAll?.();
  if (result?.status !== Status.SKIPPED && !stays(session, failed)) await removeOwn(session, this);
});

AfterAll(async () => {
  await session?.end();
});
