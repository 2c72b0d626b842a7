import {
  After,
  AfterAll,
  Before,
  BeforeAll,
  type ITestCaseHookParameter,
  Status,
  setDefaultTimeout,
} from '@cucumber/cucumber';
import { diagnose } from './scenario/diagnose';
import { reasonToSkip } from './scenario/needs';
import { openSession, type Session } from './scenario/session';
import type { TutorialWorld } from './world';

setDefaultTimeout(180_000);

let session: Session;

BeforeAll(async () => {
  session = await openSession(process.env);
});

Before(function (this: TutorialWorld, { pickle }: ITestCaseHookParameter) {
  const { hub, cub, cluster } = session.environment;
  this.open(
    session,
    pickle.steps.map(({ text }) => text),
  );
  this.record('environment', {
    hub,
    cub: { ...cub, env: undefined },
    cluster: { ...cluster, kubeconfig: undefined },
  });
  const reason = reasonToSkip(
    pickle.tags.map(({ name }) => name),
    session,
  );
  if (!reason) return undefined;
  this.record('skip', { reason });
  return 'skipped';
});

After(async function (this: TutorialWorld, { result }: ITestCaseHookParameter) {
  if (result?.status === Status.FAILED) {
    for (const { title, text } of await diagnose(this.tutorial)) {
      this.record('state', { title, text: session.redactor.redact(text) });
    }
  }
  await session.workers.stopAll?.();
});

AfterAll(async () => {
  await session?.end();
});
