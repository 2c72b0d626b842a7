import { execa } from 'execa';

/** What a command said: exit code and all output. */
export interface Said {
  failed: boolean;
  text: string;
}

/** kubectl on one cluster. */
export type Kubectl = (args: string[], input?: string) => Promise<Said>;

/** Runs kubectl with a kubeconfig; what it says on both streams is one text. */
export function kubectlOn(kubeconfig: string): Kubectl {
  return async (args, input) => {
    const result = await execa('kubectl', args, {
      env: { KUBECONFIG: kubeconfig },
      reject: false,
      all: true,
      ...(input === undefined ? {} : { input }),
    });
    return { failed: result.failed, text: result.all ?? '' };
  };
}

/** Asks again until an answer pleases; fails with what was awaited and last seen after so many milliseconds. */
export async function until<T>(
  what: string,
  milliseconds: number,
  ask: () => Promise<T>,
  pleases: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (pleases(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Waited for ${what}; last seen: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
